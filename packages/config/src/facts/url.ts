// RFC 3986, as far as charts and collectors need it; without a scheme, a registry and a path.
const address = /^(?:(https?):\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d{1,5})?(?:\/[\w./~%-]*)?$/;

/** Whether a text is a URL with https, or a registry and a path; plain http stays within the cluster. */
export const isUrl = (value: string): boolean => {
  const [, scheme, host = ''] = address.exec(value) ?? [];
  return host !== '' && (scheme !== 'http' || host.endsWith('.cluster.local'));
};
