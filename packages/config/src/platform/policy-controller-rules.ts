import { type Problem, unless } from '@bizflow/kernel';
import { policyController } from './policy-controller.ts';

/** Definitions, rights and egress are read at one version, and the image that runs is of the same. */
export const policyControllerRules = ({
  version,
  image,
}: Readonly<Record<'version' | 'image', string>> = policyController): readonly Problem[] =>
  unless(image.endsWith(`:${version}`), {
    code: 'POLICY_CONTROLLER_VERSION',
    at: 'platform.policyController.version',
    value: version,
    reason: `is not the tag of ${image}: the rendered objects would be for another version than the one that runs`,
    remedy: 'write one version in both, and the digest of that image',
  });
