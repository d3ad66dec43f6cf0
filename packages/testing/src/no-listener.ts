/**
 * An endpoint without a listener: IANA assigns port 4 to no service, and no system uses it. A port
 * that was free a moment ago may be in use by now.
 */
export const noListener = 'http://127.0.0.1:4';
