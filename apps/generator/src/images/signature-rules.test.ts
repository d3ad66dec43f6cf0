import { expect, it } from 'vitest';
import { signatureRules } from './signature-rules.ts';

/** What cosign 3.1.3 left in a registry on loopback, for a key that was made for this. */
const digest = 'sha256:dff9de10919148711140d349bf03f1a99eb06f94b03e51715ccebfa7cdc518e2';
const signature = JSON.stringify({
  layers: [
    {
      digest: 'sha256:b37faddc918504ded1850d3a8dd2d77c3943b38ee7db928ab764fbffa866a456',
      annotations: {
        'dev.cosignproject.cosign/signature':
          'MEUCIQD9YNiDcZ1y89R5+3pmu3Uf35rzqmTFYO8YE2qeoilDMQIgQMTB73aJouE4mS0zzaUEdo37IQy7Kam9wFZwf1hp1iQ=',
      },
    },
  ],
});
const start = 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE';
const own = `${start}yJK7S/hIhAs9c5s1ghNUNSUvrlnzyurmDMuP6wREvTX/is9IgILGzgAFlbpcZHiulR7YVqJCfgttcYZcLHPBkQ==`;
const other = `${start}+i6djAbRj5VUYHmYbiTAsbY/ffcIDLw6SDnAQGFUti4V7xyp3qiFZsQm5ZLs3RuP5vS0UiVgWdJG2e+1ASyT+A==`;

const question = {
  ...{ service: 'api', region: 'xx-central-1', account: '1', repository: 'bizflow/api' },
  ...{ tag: '1.4.2', architecture: 'arm64' },
};
const holding = { account: '1', digest, platforms: [], pushedAt: null, scan: null, signature };
const signer = { key: { value: own, placeholder: false }, registry: '127.0.0.1:18555' };
const reasons = (held: Partial<typeof holding> | { signature: null }, by = signer) =>
  signatureRules(question, { ...holding, ...held }, by).map(({ code, reason }) => [code, reason]);

it('lets an image be pinned that the pipeline signed', () => {
  expect(reasons({})).toEqual([]);
});

it.each([
  ['no signature', { signature: null }, signer, 'has no signature of'],
  ['one by another key', {}, { ...signer, key: { ...signer.key, value: other } }, 'not of the key'],
  ['one of another image', { digest: `sha256:${'a'.repeat(64)}` }, signer, 'not of the key'],
  ['one of another registry', {}, { ...signer, registry: 'xx.example' }, 'not of the key'],
  ['a manifest without any', { signature: '{}' }, signer, 'not of the key'],
])('refuses an image with %s', (_, held, by, words) => {
  expect(reasons(held, by)).toEqual([['IMAGE_UNSIGNED', expect.stringContaining(words)]]);
});

it('asks for nothing while the key is a placeholder, which verifies nothing', () => {
  const key = { value: own, placeholder: true };
  expect(reasons({ signature: null }, { ...signer, key })).toEqual([]);
});
