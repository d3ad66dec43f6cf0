import { expect, it } from 'vitest';
import { objectChanges } from './objects.ts';

const path = 'gitops/production/here/platform/one/configmap-one.yaml';
const object = (metadata: string) => ({
  [path]: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: one\n${metadata}`,
});

it.each(['labels', 'annotations'])(
  'sees no change in empty %s, which a server does not store',
  (key) => {
    expect(objectChanges(object(`  ${key}: {}\n`), object(''))).toEqual([]);
    const [change] = objectChanges(object(''), object(`  ${key}:\n    a: b\n`));
    expect(change?.fields.map(({ field }) => field)).toEqual([`/metadata/${key}/a`]);
  },
);
