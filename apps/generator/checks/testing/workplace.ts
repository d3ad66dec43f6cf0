import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkManifests, type Pins } from '../../src/schemas/check-manifests.ts';
import type { CrdPin } from '../../src/schemas/crd-file.ts';

const crd = `
spec:
  group: example.com
  names: { kind: Widget }
  versions:
    - name: v1alpha1
      served: false
      schema: { openAPIV3Schema: { type: object } }
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          properties:
            metadata: { type: object }
            spec:
              type: object
              required: [size]
              x-kubernetes-validations: [{ rule: self.size > 0 }]
              properties:
                size: { type: integer, format: int32, minimum: 1 }
                mode: { type: string, enum: [fast, slow], nullable: true }
                port:
                  x-kubernetes-int-or-string: true
                  anyOf: [{ type: integer }, { type: string }]
                seal: { type: string, format: byte }
                since: { type: string, format: date-time }
                labels: { type: object, additionalProperties: { type: string } }
                free: { type: object, x-kubernetes-preserve-unknown-fields: true }
                none: { type: object }
                pod: { type: object, x-kubernetes-preserve-unknown-fields: true }
                child: { type: object, x-kubernetes-embedded-resource: true }
                names: { type: array, items: { type: string }, x-kubernetes-list-type: set }
                parts:
                  type: array
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [name]
                  items:
                    type: object
                    required: [name]
                    properties: { name: { type: string }, weight: { type: number } }
`;

/** The pin of a small definition that uses every keyword once. */
export const widget: CrdPin = {
  ...{ project: 'widgets', version: 'v1.2.3', apiVersion: 'example.com/v1', kind: 'Widget' },
  url: 'https://example.com/crd.yaml',
  sha256: createHash('sha256').update(crd).digest('hex'),
  path: 'widgets/crd.yaml',
  holds: { '/spec/pod': 'V1PodTemplateSpec' },
};

/** A Widget of a spec. */
export const widgetWith = (spec: unknown, metadata: unknown = { name: 'a' }) => ({
  apiVersion: 'example.com/v1',
  kind: 'Widget',
  metadata,
  spec,
});

/** A Service with one port. */
export const serviceWith = (port: unknown) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a', labels: { app: 'a' } },
  spec: { ports: [port] },
});

const place = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const goModule = () => ({ unavailable: 'no Go' });
const offline = () => Promise.reject(new TypeError('fetch failed'));

/** A temporary folder with `manifests` to write, the widgets' definition in `crds`, no network. */
export function workplace() {
  const root = mkdtempSync(join(tmpdir(), 'schemas-'));
  const folder = join(root, 'crds');
  const manifests = join(root, 'manifests');
  place(join(folder, widget.path), crd);
  const report = (pins = [widget], crds = folder, kubernetes: Pins['kubernetes'] = []) =>
    checkManifests(
      manifests,
      { crds: pins, kubernetes },
      { folder: crds, cache: join(root, 'none'), goModule, fetch: offline },
    );
  return {
    ...{ root, folder, manifests, report },
    write: (name: string, text: unknown): void =>
      place(join(manifests, name), typeof text === 'string' ? text : JSON.stringify(text)),
    lines: async () =>
      (await report()).problems.map(({ code, at, value, reason }) =>
        [code, at.slice(manifests.length + 1), value, reason].join(' | '),
      ),
    empty: () => rmSync(manifests, { recursive: true, force: true }),
    remove: () => rmSync(root, { recursive: true }),
  };
}
