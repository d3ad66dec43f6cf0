import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartFacts, RenderedFacts } from '@bizflow/config/charts';
import type { Definition } from '../harness/definitions.ts';
import { fromValues, marks, standIn } from './stand-in.ts';
import { definition } from './stand-in-definition.ts';

// Each file of objects/ is an object; what is drawn or comes from the values is filled in.
const template = `
{{- $services := list "none" }}
{{- range .Values.standIn.services }}{{ $services = append $services (printf "%s.svc" .) }}{{ end }}
{{- $authority := genCA "stand-in" 3650 }}
{{- $certificate := genSignedCert "stand-in" nil $services 3650 $authority }}
{{- $values := dict }}
{{- range $name, $of := .Values.configs }}
{{- $texts := dict }}
{{- range $key, $value := $of }}{{ $_ := set $texts $key (toString $value) }}{{ end }}
{{- $_ := set $values $name (toJson $texts) }}
{{- end }}
{{- range $path, $_ := .Files.Glob "objects/*.json" }}
{{- $text := $.Files.Get $path }}
{{- $text = replace "${marks.authority}" ($authority.Cert | b64enc) $text }}
{{- $text = replace "${marks.certificate}" ($certificate.Cert | b64enc) $text }}
{{- $text = replace "${marks.key}" ($certificate.Key | b64enc) $text }}
{{- range $name := list ${Object.values(fromValues)
  .map((name) => `"${name}"`)
  .join(' ')} }}
{{- $text = replace (printf "\\"@%s@\\"" $name) (default "{}" (get $values $name)) $text }}
{{- end }}
---
{{ $text }}
{{- end }}
`;

/** Writes a chart that renders what the facts say, and brings no definition but the chart's own. */
export function writeStandIn(
  folder: string,
  { chart, version, appVersion }: ChartFacts,
  { definitions, objects }: RenderedFacts,
  pinned: readonly Definition[],
): void {
  const write = (path: string, body: unknown) => {
    const at = join(folder, path);
    mkdirSync(join(at, '..'), { recursive: true });
    writeFileSync(at, typeof body === 'string' ? body : JSON.stringify(body));
  };
  write('Chart.yaml', { apiVersion: 'v2', name: chart, version, appVersion });
  write('values.yaml', { configs: {}, standIn: { services: services(objects) } });
  write('templates/objects.yaml', template);
  for (const [index, facts] of objects.entries()) write(`objects/${index}.json`, standIn(facts));
  for (const facts of definitions) {
    // Helm takes a folder of definitions as it is; one with a certificate needs the template.
    const place = facts.drawn === undefined ? 'crds' : 'objects';
    write(`${place}/${facts.name}.json`, definition(facts, pinned));
  }
}

const services = (objects: RenderedFacts['objects']): readonly string[] =>
  objects
    .filter(({ kind }) => kind === 'Service')
    .map(({ name, namespace }) => `${name}.${namespace}`);
