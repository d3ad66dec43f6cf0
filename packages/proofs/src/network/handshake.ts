/**
 * Bytes of TCP in a packet of 1,500 bytes, the most that crosses an Internet gateway (VPC user guide, "MTU"): less
 * 20 of IP, 20 of TCP, and 12 of the time stamps that Linux sends in each (RFC 7323).
 */
const segmentBytes = 1448;

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

/** A client of the fleet, and its ClientHello for `api.example.com`: both recorded by a test beside this. */
export const clients = [
  // With a key share that withstands quantum computers.
  { client: 'Node 24', hello: helloOf(1595) },
  { client: 'Go 1.26', hello: helloOf(1507) },
] as const;

// The name is known when the record of the ClientHello is whole; its length is in its third and fourth byte.
const isWhole = (bytes: Uint8Array): boolean =>
  bytes.length >= 5 + (bytes[3] ?? 0) * 256 + (bytes[4] ?? 0);

interface Effect {
  /** Whether it drops packets of a connection whose name is not known yet. */
  readonly unnamed: boolean;
  /** Whether it drops a connection whose name no rule lets through. */
  readonly unlisted: boolean;
}

/** What each default action drops once TCP is established (Network Firewall, "Default actions"). */
const effects: Readonly<Record<string, Effect>> = {
  'aws:alert_established': { unnamed: false, unlisted: false },
  'aws:alert_established_app_layer': { unnamed: false, unlisted: false },
  'aws:alert_strict': { unnamed: false, unlisted: false },
  'aws:drop_established': { unnamed: true, unlisted: true },
  'aws:drop_established_app_layer': { unnamed: false, unlisted: true },
  'aws:drop_strict': { unnamed: true, unlisted: true },
};

const effectOf = (action: string): Effect => {
  const effect = effects[action];
  if (effect === undefined) throw new RangeError(`the action ${action} is not read here`);
  return effect;
};

/** A rule group of names, where a leading dot means the name itself and all below, and what becomes of the rest. */
export interface NameFilter {
  readonly names: readonly string[];
  readonly defaultActions: readonly string[];
}

const isListed = (names: readonly string[], name: string): boolean =>
  names.some((one) => one === name || (one.startsWith('.') && `.${name}`.endsWith(one)));

/** Whether a client gets through that asks for a name in these bytes. */
export const helloPasses = (
  { names, defaultActions }: NameFilter,
  name: string,
  hello: Uint8Array,
): boolean => {
  const does = defaultActions.map(effectOf);
  const drops = (kind: keyof Effect): boolean => does.some((effect) => effect[kind]);
  const [first = hello] = segmentsOf(hello);
  if (!isWhole(first) && drops('unnamed')) return false;
  return isListed(names, name) || !drops('unlisted');
};
