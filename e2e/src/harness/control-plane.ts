import { type Api, api } from './api.ts';
import { type ApiServer, apiServer } from './api-server.ts';
import { controllerManager } from './components.ts';
import type { Running } from './processes.ts';
import type { Run } from './run.ts';

/** A cluster without nodes: an empty API server and Kubernetes' own controllers. */
export interface ControlPlane {
  readonly api: Api;
  readonly server: ApiServer;
  /** Adds a component to what runs here. */
  add(start: (run: Run, server: ApiServer) => Running): void;
  /** Waits for some work, and gives up as soon as a component has ended by itself. */
  watch<T>(work: Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a control plane; each name of a run has a store of its own. */
export async function controlPlane(run: Run, etcd: string, name: string): Promise<ControlPlane> {
  const server = await apiServer(run, etcd, name);
  const running = [server.process, controllerManager(run, server)];
  return {
    api: await api(server.config),
    server,
    add: (start) => void running.push(start(run, server)),
    watch: (work) => Promise.race([work, ...running.map(({ failed }) => failed)]),
    stop: async () => {
      for (const one of running.splice(0).toReversed()) await one.stop();
    },
  };
}
