# Rendered by @bizflow/generator from packages/; change the facts there. sha256:6d6c23cd95ba8974b9aeba922d62c09a9b3f840b2a7299d60e168bada7b10269
"""Where BizFlow runs: regions, the laws that bind them, and where each country's tenants are placed."""

import json

from .data import DOCUMENT
from .types import Catalog, CountryFacts, Hosts, Region

__all__ = ["catalog", "country", "hosts_of", "region", "regions_under"]

#: All that is known. Read it, never write it: every reader shares it.
catalog: Catalog = json.loads(DOCUMENT)


def country(code: str) -> CountryFacts:
    """The region of a country's tenants, why that one, and its laws.

    Raises KeyError for what is not an ISO 3166-1 alpha-2 code: the United Kingdom is "GB".
    """
    return catalog["countries"][code]


def region(id: str) -> Region:
    """The fact sheet of a region. Raises KeyError where BizFlow does not run there."""
    return catalog["regions"][id]


def hosts_of(id: str) -> Hosts:
    """The host names of a region in production. Raises KeyError where BizFlow does not run there."""
    return catalog["hosts"][id]


def regions_under(law: str) -> list[str]:
    """The regions that a law binds. Raises KeyError for an unknown law."""
    if law not in catalog["regulations"]:
        raise KeyError(law)
    return [id for id, facts in catalog["regions"].items() if law in facts["regulations"]]
