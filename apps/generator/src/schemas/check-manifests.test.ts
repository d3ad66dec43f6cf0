import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { serviceWith, workplace } from '../../checks/testing/workplace.ts';

const { manifests, report, write, lines, empty, remove } = workplace();
afterEach(empty);
afterAll(remove);

describe("an object of Kubernetes' own", () => {
  it('passes with all that its model allows', async () => {
    write('a.yaml', serviceWith({ port: 80, targetPort: 'http' }));
    write('b.yaml', serviceWith({ port: 80, targetPort: 8080, nodePort: 30000 }));
    const none = { problems: [], skips: [], versions: [] };
    expect(await report()).toEqual({ ...none, custom: 0, core: 2, skipped: 0 });
  });

  it('is refused for an unknown field, a wrong type and a missing field, all at once', async () => {
    write('a.yaml', serviceWith({ port: '80', targetport: 1 }));
    write('b.yaml', serviceWith({ name: 'http', protocol: 'tcp' }));
    write('c.yaml', { ...serviceWith({ port: 80 }), metadata: { name: 'a', labels: { a: true } } });
    write('d.yaml', { ...serviceWith({ port: 80 }), apiVersion: 'v2' });
    expect(await lines()).toMatchInlineSnapshot(`
      [
        "FIELD_UNKNOWN | a.yaml#/spec/ports/0/targetport | 1 | is not a field of the schema",
        "SCHEMA | a.yaml#/spec/ports/0/port | "80" | must be integer",
        "SCHEMA | b.yaml#/spec/ports/0 | {"name":"http","protocol":"tcp"} | must have required property port",
        "SCHEMA | b.yaml#/spec/ports/0/protocol | "tcp" | must be equal to one of the allowed values",
        "SCHEMA | c.yaml#/metadata/labels/a | true | must be string",
        "KIND_UNCHECKED | d.yaml | v2 Service | has no schema",
      ]
    `);
  });
});

describe('a folder', () => {
  it('is reported for files that do not contain exactly one object', async () => {
    write('a.yaml', 'a: b: c');
    write('b.yaml', 'a: 1\n---\nb: 2\n');
    write('c.yaml', '# nothing\n');
    write('d.yaml', 'kind: Service\nkind: Service\n');
    write('e.json', { kind: 'Service' });
    expect(await lines()).toMatchInlineSnapshot(`
      [
        "YAML_UNREADABLE | a.yaml | not YAML | YAMLParseError: Nested mappings are not allowed in compact mappings at line 1, column 4:",
        "YAML_UNREADABLE | b.yaml | not YAML | YAMLParseError: Source contains multiple documents; please use YAML.parseAllDocuments() at line 2, column 1:",
        "OBJECT_UNTYPED | c.yaml | object | is not a Kubernetes object",
        "YAML_UNREADABLE | d.yaml | not YAML | YAMLParseError: Map keys must be unique at line 2, column 1:",
        "OBJECT_UNTYPED | e.json | object | is not a Kubernetes object",
      ]
    `);
  });

  it('is refused when it is empty or not there', async () => {
    expect((await report()).problems).toMatchObject([{ code: 'NO_OBJECTS', at: manifests }]);
  });
});
