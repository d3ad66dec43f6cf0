import { expect, it } from 'vitest';
import { visible } from './visible.ts';

it.each([
  ['api', 'api'],
  ['user\u202egnp.exe', 'user⟨U+202E⟩gnp.exe'],
  ['a\u200bb\u0000', 'a⟨U+200B⟩b⟨U+0000⟩'],
  ['two\nlines', 'two⟨U+000A⟩lines'],
  ['tag\u{e0041}', 'tag⟨U+E0041⟩'],
  ['مرحبا', 'مرحبا'],
])('shows %j as %j', (text, shown) => {
  expect(visible(text)).toBe(shown);
});
