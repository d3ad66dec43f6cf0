import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { connect } from 'node:tls';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { helloOf, helloPasses, modernHello, segmentsOf } from './handshake.ts';

/** The first record that this Node sends when it asks for a name. */
const recorded = async (): Promise<Uint8Array> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = connect({ host: '127.0.0.1', port, servername: 'api.example.com' });
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

const old = ['aws:drop_established', 'aws:alert_established'];
const today = ['aws:drop_established_app_layer', 'aws:alert_established_app_layer'];

it('lets the ClientHello of this Node through, which takes two segments', async () => {
  const hello = await recorded();
  expect(segmentsOf(hello)).toHaveLength(2);
  expect(segmentsOf(modernHello)).toHaveLength(2);
  expect(helloPasses(today, hello)).toBe(true);
  expect(helloPasses(old, hello)).toBe(false);
});

it('lets every ClientHello through, where the old action passed one segment only', () => {
  fc.assert(
    fc.property(fc.integer({ min: 60, max: 16_000 }), (bytes) => {
      expect(helloPasses(today, helloOf(bytes))).toBe(true);
      expect(helloPasses(old, helloOf(bytes))).toBe(bytes <= 1460);
    }),
  );
});

it('refuses an action that is not known, instead of guessing', () => {
  expect(() => helloPasses(['aws:new'], modernHello)).toThrow('aws:new is not read here');
});
