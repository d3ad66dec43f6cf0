/** Bytes of TCP in a packet of 1,500 bytes, the most that crosses an Internet gateway (VPC user guide, "MTU"). */
const segmentBytes = 1460;

/** The packets in which a client sends some bytes. */
export const segmentsOf = (bytes: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / segmentBytes) }, (_, index) =>
    bytes.subarray(index * segmentBytes, (index + 1) * segmentBytes),
  );

/** A record of a handshake of that many bytes, whose content does not matter (RFC 8446, "Record layer"). */
export const helloOf = (bytes: number): Uint8Array => {
  const record = new Uint8Array(bytes);
  record.set([22, 3, 1, (bytes - 5) >> 8, (bytes - 5) & 255]);
  return record;
};

/** ClientHello of Node 24, with a key share that withstands quantum computers: recorded by a test beside this. */
export const modernHello = helloOf(1595);

// The name is known when the record of the ClientHello is whole; its length is in its third and fourth byte.
const isWhole = (bytes: Uint8Array): boolean =>
  bytes.length >= 5 + (bytes[3] ?? 0) * 256 + (bytes[4] ?? 0);

/** What each default action drops of a connection whose name is not known yet (Network Firewall, "Default actions"). */
const dropsUnnamed: Readonly<Record<string, boolean>> = {
  'aws:alert_established': false,
  'aws:alert_established_app_layer': false,
  'aws:alert_strict': false,
  'aws:drop_established': true,
  'aws:drop_established_app_layer': false,
  'aws:drop_strict': true,
};

/** Whether a client that asks for an allowed name gets its ClientHello through. */
export const helloPasses = (defaultActions: readonly string[], hello: Uint8Array): boolean => {
  const drops = defaultActions.some((action) => {
    const dropped = dropsUnnamed[action];
    if (dropped === undefined) throw new RangeError(`the action ${action} is not read here`);
    return dropped;
  });
  const [first] = segmentsOf(hello);
  return first !== undefined && (isWhole(first) || !drops);
};
