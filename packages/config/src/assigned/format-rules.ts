/** The formats of the values that AWS assigns. */
export const formats = {
  account: /^\d{12}$/,
  prometheusWorkspace: /^ws-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  fargateSecurityGroup: /^sg-[0-9a-f]{8,17}$/,
  multiRegionKey: /^mrk-[0-9a-f]{32}$/,
  datastore: /^[a-z]{5}-[a-z0-9-]+$/,
  userPool: /^[a-z]{2}(-[a-z]+)+-\d_[0-9A-Za-z]{9}$/,
  signOnClient: /^[0-9a-z]{26}$/,
  gitHubId: /^[1-9]\d{4,11}$/,
  // A public key of the curve P-256: 27 bytes that say so (RFC 5480), and the point.
  publicKey: /^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[0-9A-Za-z+/]{86}==$/,
} as const;

export type Format = keyof typeof formats;

/** Whether a value is AWS's documentation account or made up: an example, whatever it is declared to be. */
export const isDocumentation = (value: string): boolean =>
  /^(1{4}2{4}3{4}|4{4}5{4}6{4}|123456789012)$/.test(value) ||
  /-0{8}|^a{5}-|_EXAMPLE\d\d$|^0{20}/.test(value);
