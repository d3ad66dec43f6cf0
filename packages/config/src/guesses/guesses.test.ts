import { expect, it } from 'vitest';
import { edge } from '../edge/edge.ts';
import { guessRules } from './guess-rules.ts';
import { confirmed, type Guess, guesses } from './guesses.ts';

it('names each guess with its value and whom to ask, until it is confirmed', () => {
  const loginPaths: Guess<readonly string[]> = {
    value: ['/login', '/token'],
    placeholder: true,
    ask: "the application's team",
  };
  expect(guessRules({ guesses: { loginPaths } })).toMatchInlineSnapshot(`
    [
      {
        "at": "guesses.loginPaths",
        "code": "PLACEHOLDER_VALUE",
        "reason": "is a guess; the document does not give it",
        "remedy": "ask the application's team, and write it as confirmed(...) in packages/config/src/guesses/guesses.ts",
        "severity": "warning",
        "value": "/login, /token",
      },
    ]
  `);
  const ask = loginPaths.ask;
  expect(guessRules({ guesses: { loginPaths: confirmed(['/login'], ask) } })).toEqual([]);
});

it('holds every path and country list of the edge that the document does not give', () => {
  const { health: _document, ...paths } = edge.paths;
  const guessed = Object.values(guesses).map(({ value }) => value);
  for (const value of [...Object.values(paths), edge.highRiskCountries]) {
    expect(guessed).toContain(value);
  }
});
