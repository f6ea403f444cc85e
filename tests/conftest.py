"""How many examples the properties are tried on: few in CI, many in a long run.

``HYPOTHESIS_PROFILE=long pytest tests/test_quotation_marks.py`` takes the long one; ``tools/try_properties.py``
tries the properties of quotation marks on a million texts.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("ci", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("dev", max_examples=200, deadline=None)
settings.register_profile("long", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
