"""Print the first four commands of README.md, one to a line, exactly as they stand there.

Each is the only line of its ```bash block, so that a reader can copy it whole.
"""

import re
import sys
from pathlib import Path

WANTED = 4

readme = Path(__file__).parent.parent / "README.md"
blocks = re.findall(r"^```bash$(.*?)^```$", readme.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
commands = []
for block in blocks:
    lines = [line for line in block.splitlines() if line.strip()]
    if len(lines) > 1:
        sys.exit(f"README.md: a bash block holds {len(lines)} lines where one belongs, from {lines[0]!r} on")
    commands += lines
if len(commands) < WANTED:
    sys.exit(f"README.md: {len(commands)} commands stand in bash blocks where {WANTED} belong")
print(*commands[:WANTED], sep="\n")
