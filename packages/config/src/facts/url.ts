/** Whether a text is a URL with https, or a registry and a path; plain http stays within the cluster. */
export const isUrl = (value: string): boolean => {
  const url = /^(https?|oci):\/\/\S+$/.test(value) ? value : `oci://${value}`;
  if (/\s/.test(value) || !URL.canParse(url)) return false;
  const { hostname, protocol } = new URL(url);
  return hostname.includes('.') && (protocol !== 'http:' || hostname.endsWith('.cluster.local'));
};
