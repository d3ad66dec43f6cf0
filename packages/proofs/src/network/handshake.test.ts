import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { createServer as createTlsServer, connect as tlsConnect } from 'node:tls';
import { clientHelloOfGo, whyNoClientHello } from '@bizflow/testing/client-hello';
import { skips } from '@bizflow/testing/tools';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clients, helloOf, helloPasses, segmentsOf } from './handshake.ts';

const asked = 'api.example.com';

/** The first record that this Node sends when it asks for a name. */
const helloOfNode = async (servername: string): Promise<Uint8Array> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = tlsConnect({ host: '127.0.0.1', port, servername });
  client.on('error', () => undefined);
  const [socket] = await once(server, 'connection');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  while (Buffer.concat(chunks).length < 5) await once(socket, 'data');
  const wanted = 5 + Buffer.concat(chunks).readUInt16BE(3);
  while (Buffer.concat(chunks).length < wanted) await once(socket, 'data');
  client.destroy();
  socket.destroy();
  server.close();
  return Buffer.concat(chunks);
};

/** The name in a ClientHello, as a TLS server reads it from the segments. */
const nameIn = async (hello: Uint8Array): Promise<string> => {
  const named = Promise.withResolvers<string>();
  const server = createTlsServer({
    SNICallback: (name, done) => {
      named.resolve(name);
      done(new Error('that is all'));
    },
  }).listen(0, '127.0.0.1');
  server.on('tlsClientError', named.reject);
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  for (const segment of segmentsOf(hello)) socket.write(segment);
  const name = await named.promise;
  socket.destroy();
  server.close();
  return name;
};

const names = ['.amazonaws.com', 'api.example.com'];
const old = { names, defaultActions: ['aws:drop_established', 'aws:alert_established'] };
const today = {
  names,
  defaultActions: ['aws:drop_established_app_layer', 'aws:alert_established_app_layer'],
};

const noGo = whyNoClientHello();
const recorders = [
  { client: 'Node', skip: false, record: helloOfNode },
  {
    client: 'Go',
    skip: skips('go', "the ClientHello of Go's clients", noGo),
    record: async (name: string) => clientHelloOfGo(name),
  },
];

describe.each(recorders)('a recorded ClientHello of $client', ({ client, skip, record }) => {
  it.skipIf(skip)('takes two segments, as its stand-in does', async () => {
    expect(segmentsOf(await record(asked))).toHaveLength(2);
    const standIns = clients.filter((one) => one.client.startsWith(client));
    expect(standIns.map(({ hello }) => segmentsOf(hello).length)).toEqual([2]);
  });

  it.skipIf(skip)('passes with a listed name, which the old default action dropped', async () => {
    for (const name of [asked, 'sts.xx-central-1.amazonaws.com']) {
      const hello = await record(name);
      const found = await nameIn(hello);
      expect(found).toBe(name);
      expect(helloPasses(today, found, hello)).toBe(true);
      expect(helloPasses(old, found, hello)).toBe(false);
    }
  });

  it.skipIf(skip)('is dropped with any other name', async () => {
    for (const name of ['drop-box.example.com', 'amazonaws.com.example.org']) {
      const hello = await record(name);
      expect(helloPasses(today, await nameIn(hello), hello)).toBe(false);
    }
  });
});

it('passes at any size with a listed name, where the old action passed one segment only', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 16_000 }), (bytes) => {
      expect(helloPasses(today, asked, helloOf(bytes))).toBe(true);
      expect(helloPasses(old, asked, helloOf(bytes))).toBe(bytes <= 1448);
    }),
  );
});

it('matches a name below a dot, the domain itself, and nothing that only ends alike', () => {
  const asks = (name: string) => helloPasses(today, name, helloOf(200));
  expect(asks('amazonaws.com')).toBe(true);
  expect(asks('a.b.amazonaws.com')).toBe(true);
  expect(asks('notamazonaws.com')).toBe(false);
  expect(asks('www.api.example.com')).toBe(false);
});

it('refuses an action that is not known, instead of guessing', () => {
  const unknown = { names, defaultActions: ['aws:new'] };
  expect(() => helloPasses(unknown, asked, helloOf(60))).toThrow('aws:new is not read here');
});
