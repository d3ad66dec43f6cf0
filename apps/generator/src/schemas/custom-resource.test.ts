import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { serviceWith, widget, widgetWith, workplace } from '../../checks/testing/workplace.ts';

const { root, folder, manifests, report, write, lines, empty, remove } = workplace();
afterEach(empty);
afterAll(remove);

describe('a custom resource', () => {
  it('passes with all that its definition allows', async () => {
    const parts = [{ name: 'a', weight: 0.5 }, { name: 'b' }];
    const child = { apiVersion: 'v1', kind: 'Any', metadata: { name: 'b' } };
    const pod = { spec: { containers: [{ name: 'a', resources: { limits: { cpu: '1' } } }] } };
    const times = { since: '2026-01-01T00:00:00Z', seal: 'AAAA', mode: null };
    const maps = { labels: { a: 'b' }, free: { a: [{}] }, names: ['a', 'b'] };
    write('a.yaml', widgetWith({ size: 1, port: 'http', parts, child, pod, ...times, ...maps }));
    write('b/c.yml', widgetWith({ size: 2, port: 80 }, { name: 'b', annotations: { a: 'b' } }));
    const none = { problems: [], skips: [], versions: [] };
    expect(await report()).toEqual({ ...none, custom: 2, core: 0, skipped: 0 });
  });

  it('is refused for an unknown field, a wrong type and a missing field, all at once', async () => {
    write('a.yaml', widgetWith({ size: 'big', sise: 1, parts: [{ 'a/b': 1 }] }));
    write('b.yaml', widgetWith({}, { name: 'b', label: {}, labels: { a: 1 } }));
    expect(await lines()).toMatchInlineSnapshot(`
      [
        "FIELD_UNKNOWN | a.yaml#/spec/sise | 1 | is not a field of the schema",
        "SCHEMA | a.yaml#/spec/size | "big" | must be integer",
        "SCHEMA | a.yaml#/spec/parts/0 | {"a/b":1} | must have required property 'name'",
        "FIELD_UNKNOWN | a.yaml#/spec/parts/0/a~1b | 1 | is not a field of the schema",
        "FIELD_UNKNOWN | b.yaml#/metadata/label | {} | is not a field of the schema",
        "SCHEMA | b.yaml#/metadata/labels/a | 1 | must be string",
        "SCHEMA | b.yaml#/spec | {} | must have required property 'size'",
      ]
    `);
  });

  it.each([
    [{ size: 2 ** 31 }, '/spec/size'],
    [{ size: 0 }, '/spec/size'],
    [{ size: 1.5 }, '/spec/size'],
    [{ size: 1, mode: 'Fast' }, '/spec/mode'],
    [{ size: null }, '/spec/size'],
    [{ size: 1, port: 1.5 }, '/spec/port'],
    [{ size: 1, seal: 'a b' }, '/spec/seal'],
    [{ size: 1, since: 'today' }, '/spec/since'],
    [{ size: 1, labels: { a: true } }, '/spec/labels/a'],
    [{ size: 1, none: { a: 1 } }, '/spec/none/a'],
    [{ size: 1, names: ['a', 'a'] }, '/spec/names'],
    [{ size: 1, parts: [{ name: 'a' }, { name: 'a', weight: 1 }] }, '/spec/parts'],
    [{ size: 1, child: { apiVersion: 'v1' } }, '/spec/child'],
    [{ size: 1, pod: { spec: { container: [] } } }, '/spec/pod/spec/container'],
  ])('with %j is reported only at %s', async (spec, pointer) => {
    write('a.yaml', widgetWith(spec));
    expect((await report()).problems.map(({ at }) => at)).toEqual([
      `${join(manifests, 'a.yaml')}#${pointer}`,
    ]);
  });

  it('is refused without a name, in a version not served, and where nothing is pinned', async () => {
    write('a.yaml', widgetWith({ size: 1 }, {}));
    write('b.yaml', { ...widgetWith({}), apiVersion: 'example.com/v1alpha1' });
    write('c.yaml', { ...widgetWith({}), kind: 'Gadget' });
    write('d.yaml', { ...serviceWith({ port: 1 }), apiVersion: 'example.com/v1' });
    const old = { ...widget, apiVersion: 'example.com/v1alpha1' };
    expect((await report([widget, old])).problems).toMatchObject([
      { code: 'SCHEMA', at: expect.stringMatching(/a\.yaml#\/metadata$/) },
      { code: 'VERSION_NOT_SERVED', value: 'example.com/v1alpha1 Widget' },
      { code: 'KIND_UNCHECKED', value: 'example.com/v1 Gadget' },
      { code: 'KIND_UNCHECKED', value: 'example.com/v1 Service' },
    ]);
  });

  it('is refused unchecked when its definition is not the pinned one', async () => {
    write('a.yaml', widgetWith({ size: 1 }));
    const { problems, custom } = await report([{ ...widget, sha256: '0'.repeat(64) }]);
    expect(problems).toMatchObject([{ code: 'CRD_CHECKSUM', value: widget.sha256 }]);
    expect(custom).toBe(0);
  });

  it('is skipped by name where its definition cannot be fetched', async () => {
    write('a.yaml', widgetWith({ wrong: true }));
    write('b.yaml', { ...widgetWith({ wrong: true }), kind: 'Gadget' });
    write('c.yaml', serviceWith({ port: 1 }));
    const gadget = { ...widget, kind: 'Gadget', path: 'none.yaml' };
    expect(await report([widget, gadget])).toMatchObject({
      skips: [
        {
          tool: 'crds',
          what: 'Gadget',
          why: `not in BIZFLOW_CRDS (${folder}); example.com: fetch failed`,
        },
      ],
      ...{ custom: 1, core: 1, skipped: 1 },
    });
    expect((await report([widget, gadget], join(root, 'absent'))).skips).toEqual([
      {
        tool: 'crds',
        what: 'custom resources',
        why: `not in BIZFLOW_CRDS (${root}/absent); example.com: fetch failed`,
      },
    ]);
  });
});
