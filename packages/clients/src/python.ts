import { type RecordShape, typeIn, type Words } from './shapes.ts';

/** The TypedDict of each record. The functional form takes members such as `global`, a keyword of Python. */
export const pythonTypes = (records: readonly RecordShape[]): string =>
  [
    '"""The shapes of the catalog: what a type checker knows of it."""\n',
    'from typing import NotRequired, Optional, TypedDict\n',
    ...records.map(({ name, description, members }) => {
      const lines = Object.entries(members).map(
        ([key, shape]) => `        "${key}": ${typeIn(shape, words)},\n`,
      );
      const comment = description === '' ? '' : `# ${description}\n`;
      return `\n${comment}${name} = TypedDict(\n    "${name}",\n    {\n${lines.join('')}    },\n)\n`;
    }),
  ].join('');

const words: Words = {
  ...{ text: 'str', number: 'int', switch: 'bool' },
  list: (of) => `list[${of}]`,
  table: (of) => `dict[str, ${of}]`,
  nullable: (of) => `Optional[${of}]`,
  absent: (of) => `NotRequired[${of}]`,
};

/** The package's own code: look-ups that answer as those of `@bizflow/region-catalog` do. */
export const pythonModule = `"""Where BizFlow runs: regions, the laws that bind them, and where each country's tenants are placed."""

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
`;
