import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A server's certificate for one name, which is its own authority, and the file of its key. */
export interface Certificate {
  readonly file: string;
  readonly key: string;
  readonly text: string;
}

/** Makes a certificate for a host name in a folder, valid for two days. */
export async function certificateFor(host: string, folder: string): Promise<Certificate> {
  const [file, key] = [join(folder, 'server.crt'), join(folder, 'server.key')];
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=test'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', file],
  ]);
  return { file, key, text: await readFile(file, 'utf8') };
}
