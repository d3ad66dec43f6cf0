/**
 * An endpoint on which nobody listens: IANA gives port 4 to no service, and no system hands it out. A port
 * that was free a moment ago may be somebody's by now.
 */
export const nobody = 'http://127.0.0.1:4';
