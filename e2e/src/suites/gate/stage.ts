import type { Manifest } from '@bizflow/config';
import { groups } from '@bizflow/config/sign-on';
import { freePorts } from '@bizflow/testing/ports';
import { paramsOf } from '../../fleet/argo-cd-values.ts';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { stored } from '../../harness/api.ts';
import { argoCd } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { type Issuer, issuer, type People } from '../../harness/issuer.ts';
import { onlyApplication } from './application.ts';
import { configMaps, copied, type SignOn, signOnOf } from './objects.ts';

/** A cluster with an Argo CD that people sign on to. */
export interface Stage {
  readonly plane: ControlPlane;
  /** Where Argo CD answers. */
  readonly address: string;
  readonly issuer: Issuer;
  /** The Application of the service that is released. */
  readonly application: string;
  readonly rollout: Manifest;
}

/** One of each kind; an issuer vouches for a group as a user pool does, by the group's way into the pool. */
const peopleOf = ({ issuer: from }: SignOn): People => {
  const pool = new URL(from).pathname.slice(1);
  return {
    approver: [`${pool}_${groups.approvers}`],
    developer: [`${pool}_${groups.developers}`],
    stranger: [],
    neighbour: [`xx-west-1_000000000_${groups.approvers}`],
  };
};

/** Argo CD itself and the issuer, with the rendered values at addresses of loopback. */
export async function opened(
  plane: ControlPlane,
  folder: ClusterFolder,
  rollout: Manifest,
): Promise<Stage> {
  const signOn = signOnOf(folder);
  const [own = 0, theirs = 0] = await freePorts(2);
  const address = `https://127.0.0.1:${own}`;
  const { value: secret, secret: made } = copied(folder, 'argocd-sign-on');
  const client = { id: signOn.client, secret, callback: `${address}/auth/callback`, ...signOn };
  const at = await issuer(theirs, client, peopleOf(signOn));
  const addresses = new Map([
    [signOn.url, address],
    [signOn.issuer, at.address],
  ]);
  const objects = [...configMaps(folder, addresses), made];
  for (const object of objects) stored(await plane.api.apply(object, 'for good', 'helm'));
  const application = await onlyApplication(plane, folder, rollout);
  await plane.addAll((run, server) => argoCd(run, server, paramsOf(folder), own));
  return { plane, address, issuer: at, application, rollout };
}
