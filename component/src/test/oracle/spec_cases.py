"""Records the cases of the specification's own tests.

    python3 spec_cases.py <component-model>/design/mvp/canonical-abi OUT

Runs `run_tests.py` of that directory, which stays where it is, with the recorder around the
definitions, and writes each different case once.
"""
import contextlib
import io
import pathlib
import random
import runpy
import sys

sys.dont_write_bytecode = True
directory = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(directory))
import definitions
import recorder

lines = io.StringIO()
rec = recorder.Recorder(definitions, lines)
rec.install()
random.seed(1)
with contextlib.redirect_stdout(sys.stderr):
    runpy.run_path(str(directory / 'run_tests.py'))
cases = list(dict.fromkeys(lines.getvalue().splitlines()))
pathlib.Path(sys.argv[2]).write_text(''.join(case + '\n' for case in cases))
print(f'{len(cases)} cases, {rec.skipped} calls without notation', file=sys.stderr)
