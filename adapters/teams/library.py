"""Parts of the Bot Framework's library that we replace, because its own lose what matters or cost too much."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any, ClassVar

from botbuilder.schema import Entity
from msrest.pipeline.async_abc import AsyncPipeline
from msrest.pipeline.async_requests import AsyncPipelineRequestsHTTPSender, AsyncRequestsCredentialsPolicy
from msrest.pipeline.universal import RawDeserializer
from msrest.serialization import Serializer
from msrest.universal_http.async_requests import AsyncRequestsHTTPSender
from msrest.universal_http.requests import ClientRetryPolicy

# The library looks 999 numbers up in this list for each client: as a set that costs a tenth.
ClientRetryPolicy.safe_codes = frozenset(range(1_000))  # type: ignore[assignment]  # it asks only `in`

REFUSALS = 400
MENTIONED = "https://schema.org/Message"
for library in ("msrest", "urllib3"):  # they would log addresses with people's ids in them
    logging.getLogger(library).setLevel(logging.ERROR)


class Cited(Entity):  # type: ignore[misc]  # the library says nothing of its types
    """Its own table of attributes: the library drops what the table does not name."""

    _attribute_map: ClassVar = {
        "type": {"key": "type", "type": "str"},
        "at_type": {"key": "@type", "type": "str"},
        "at_context": {"key": "@context", "type": "str"},
        "at_id": {"key": "@id", "type": "str"},
        "citation": {"key": "citation", "type": "[object]"},
    }

    def __init__(self, citation: list[Mapping[str, Any]]) -> None:
        super().__init__(type=MENTIONED)
        self.at_type, self.at_context, self.at_id = "Message", "https://schema.org", ""
        self.citation = citation


class Lenient(RawDeserializer):
    """The library's own raises over a refusal whose body is not JSON, and so loses the number that matters."""

    def on_response(self, request: Any, response: Any, **kwargs: Any) -> None:
        if response.http_response.status_code < REFUSALS:
            super().on_response(request, response, **kwargs)
        else:
            response.context[self.CONTEXT_NAME] = None


class AsDrawn(Serializer):  # type: ignore[misc]  # the library says nothing of its types
    """A card is JSON already. The library's own copies it and looks through it, word by word, for each message."""

    def __init__(self, classes: Mapping[str, type]) -> None:
        super().__init__(classes)
        self.client_side_validation = False

    def serialize_object(self, attr: Any, **_: Any) -> Any:
        return attr


class Pipeline(AsyncPipeline[Any, Any]):
    def __init__(self, config: Any) -> None:
        proof = AsyncRequestsCredentialsPolicy(config.credentials)  # type: ignore[no-untyped-call]  # it says nothing
        policies = [config.user_agent_policy, proof, Lenient()]
        super().__init__(policies, AsyncPipelineRequestsHTTPSender(AsyncRequestsHTTPSender(config)))
