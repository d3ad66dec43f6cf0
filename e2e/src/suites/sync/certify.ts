import { certificateFor } from '../../charts/certificate.ts';
import type { Api, Live } from '../../harness/api.ts';

/** What External Secrets' own controller does for its webhook: a certificate, and the caBundle that vouches for it. */
export async function certify(api: Api): Promise<void> {
  const [namespace, name] = ['external-secrets', 'external-secrets-webhook'];
  const metadata = { name, namespace };
  const secret = await api.read({ apiVersion: 'v1', kind: 'Secret', metadata });
  if (secret === undefined) return;
  if (secret.data === undefined) {
    await api.merge(secret, { data: await certificateFor(`${name}.${namespace}.svc`) });
    return;
  }
  const kind = 'ValidatingWebhookConfiguration';
  for (const one of await api.all('admissionregistration.k8s.io/v1', kind)) {
    const { webhooks }: Live = one;
    const ours = webhooks.some((hook: Live) => hook.clientConfig.service?.name === name);
    if (!ours || webhooks.every((hook: Live) => hook.clientConfig.caBundle)) continue;
    const filled = webhooks.map((hook: Live) => ({
      ...hook,
      clientConfig: { ...hook.clientConfig, caBundle: secret.data['ca.crt'] },
    }));
    await api.merge(one, { webhooks: filled });
  }
}
