"""A real browser on the real pages: Chromium without a window, on a phone's width and a desk's, by day and by night."""

from __future__ import annotations

import asyncio
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aiohttp import web
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

AXE = Path(__file__).parent / "axe" / "axe.min.js"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--hide-scrollbars",
    "--lang=en-GB",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARRIVED = "return !window.before && document.readyState === 'complete'"
PATIENCE = 20.0  # seconds for a busy machine


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(application: web.Application, port: int) -> Iterator[asyncio.AbstractEventLoop]:
    """On this machine, from a thread of its own, for as long as the `with` lasts."""
    loop = asyncio.new_event_loop()
    runner = web.AppRunner(application, access_log=None)

    async def begin() -> None:
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(begin(), loop).result(30)
        yield loop
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(30)
        loop.close()


class Chromium:
    def __init__(self) -> None:
        options = Options()
        options.binary_location = shutil.which("chromium") or ""
        for flag in FLAGS:
            options.add_argument(flag)
        self.driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))

    def close(self) -> None:
        self.driver.quit()

    def wide(self, width: int, height: int = 800, dark: bool = False, scale: float = 1) -> None:
        """In CSS pixels, as a phone or a screen of that width."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": width < 700}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def letters(self, percent: float) -> None:
        """As somebody sets them who needs larger ones."""
        self.driver.execute_script(f"document.documentElement.style.fontSize = '{112.5 * percent / 100}%'")

    def go(self, url: str) -> None:
        self.driver.get(url)

    def press(self, label: str) -> None:
        found = self.driver.find_elements(By.XPATH, f"//button[normalize-space()='{label}']")
        assert found, f"there is no button “{label}” on: {self.words}"
        self.leave(found[0])

    def leave(self, by: WebElement) -> None:
        """Click, and wait until another page stands there. While one goes and one comes, Chromium may say anything."""
        self.driver.execute_script("window.before = true")
        by.click()
        waiting = WebDriverWait(self.driver, PATIENCE, ignored_exceptions=[WebDriverException])
        waiting.until(lambda driver: driver.execute_script(ARRIVED))

    def fill(self, label: str, words: str) -> None:
        box = self.labelled(label)
        box.clear()
        box.send_keys(words)

    def labelled(self, label: str) -> WebElement:
        found = self.driver.find_element(By.XPATH, f"//label[normalize-space()='{label}']")
        return self.driver.find_element(By.ID, found.get_attribute("for") or "")

    @property
    def words(self) -> str:
        return " ".join(self.driver.find_element(By.TAG_NAME, "body").text.split())

    def barriers(self) -> list[str]:
        """What axe finds wrong on this page, a line each."""
        self.driver.execute_script(AXE.read_text(encoding="utf-8"))
        ask = "axe.run(document, {runOnly: arguments[0]}).then(arguments[1], e => arguments[1]({error: String(e)}))"
        found: dict[str, Any] = self.driver.execute_async_script(ask, RULES)
        assert "error" not in found, found
        assert found["passes"], "axe looked at nothing"
        return [f"{wrong['id']}: {node['html'][:120]}" for wrong in found["violations"] for node in wrong["nodes"]]

    def overflow(self) -> int:
        """By how many pixels the page is wider than the screen."""
        return int(self.driver.execute_script("return document.scrollingElement.scrollWidth - window.innerWidth"))

    def small_targets(self) -> list[str]:
        """Buttons and fields lower than a thumb needs (WCAG 2.2: 24 CSS pixels)."""
        ask = "return [...document.querySelectorAll('button, input:not([type=hidden]), textarea')]"
        ask += ".filter(e => e.getBoundingClientRect().height < 24).map(e => e.outerHTML)"
        return list(self.driver.execute_script(ask))

    def snap(self, file: Path) -> None:
        """The whole page."""
        height = int(self.driver.execute_script("return document.scrollingElement.scrollHeight"))
        width = int(self.driver.execute_script("return window.innerWidth"))
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.save_screenshot(str(file))


@contextmanager
def chromium() -> Iterator[Chromium]:
    found = Chromium()
    try:
        yield found
    finally:
        found.close()
