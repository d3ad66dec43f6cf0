import { join } from 'node:path';
import { goProgram } from './go-program.ts';

const program = goProgram(join(import.meta.dirname, 'client-hello'));

/** Why Go cannot say what it sends on this machine; `undefined` where it can. */
export const whyNoClientHello = program.missing;

/** The first record that Go's own client sends when it asks for a name (RFC 8446, "ClientHello"). */
export const clientHelloOfGo = (serverName: string): Uint8Array =>
  Buffer.from(String(program.ask([serverName], null)), 'base64');
