/**
 * The Kubernetes versions a cluster may run, oldest first: everything rendered is checked against the
 * API of each (`npm run schemas`). EKS ends standard support of 1.34 on 2026-12-02, of 1.35 on
 * 2027-03-27 (EKS user guide, "Kubernetes versions").
 */
export const kubernetesVersions = ['1.34', '1.35', '1.36'] as const;

/** One of {@link kubernetesVersions}. */
export type KubernetesVersion = (typeof kubernetesVersions)[number];
