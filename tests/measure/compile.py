"""Makes knowledge/data/vocabulary.txt of the three tables of words; run it after every change to them.

PYTHONPATH=. python tests/measure/compile.py > vocabulary.txt && mv vocabulary.txt knowledge/data
"""

import sys

from adapters.tables import compiled_anew

if __name__ == "__main__":
    sys.stdout.write(compiled_anew().to_text())
