import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helm } from '../harness/helm.ts';

/** A certificate of its own authority, each part as a Secret holds it. */
export interface Certificate {
  readonly 'ca.crt': string;
  readonly 'tls.crt': string;
  readonly 'tls.key': string;
}

const template = `
{{- $authority := genCA "played" 3650 }}
{{- $it := genSignedCert .Values.name nil (list .Values.name) 3650 $authority }}
{{- dict "ca.crt" ($authority.Cert | b64enc) "tls.crt" ($it.Cert | b64enc) "tls.key" ($it.Key | b64enc) | toJson }}
`;

/** Draws one for a name, by the functions that charts use. */
export async function certificateFor(name: string): Promise<Certificate> {
  const folder = mkdtempSync(join(tmpdir(), 'bizflow-certificate-'));
  try {
    mkdirSync(join(folder, 'templates'));
    const chart = { apiVersion: 'v2', name: 'certificate', version: '1.0.0' };
    writeFileSync(join(folder, 'Chart.yaml'), JSON.stringify(chart));
    writeFileSync(join(folder, 'templates/certificate.yaml'), template);
    const text = await helm(['template', 'certificate', folder, '--set', `name=${name}`]);
    return JSON.parse(text.slice(text.indexOf('{')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
