import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { expect, it } from 'vitest';
import { withHeader } from './header.ts';
import { reconcile, survey } from './reconcile.ts';

const planned = { path: 'gitops/a.yaml', text: withHeader('gitops/a.yaml', 'a: 1\n') };

it.each([
  ['deleted', planned.text.split('\n').slice(1).join('\n')],
  ['edited', planned.text.replace('Rendered by', 'Written by')],
])('says of a planned file whose header was %s how it is written again', (_, content) => {
  const folder = createTreeWithEmptyWorkspace();
  folder.write(planned.path, content);
  folder.write('gitops/x.txt', 'mine');
  const [own, other] = survey(folder, ['gitops'], [planned]).problems;
  expect(own?.reason).toContain('its header is missing or was edited');
  expect(own?.remedy).toContain(`rm ${planned.path}`);
  expect(other?.remedy).toContain('move it out of the folder');
  folder.delete(planned.path);
  folder.delete('gitops/x.txt');
  reconcile(folder, ['gitops'], [planned]);
  expect(folder.read(planned.path, 'utf8')).toBe(planned.text);
});
