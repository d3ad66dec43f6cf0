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
  /** Adds several that belong together. */
  addAll(start: (run: Run, server: ApiServer) => Promise<readonly Running[]>): Promise<void>;
  /** Ends the component of this name, as scaling it down does. */
  end(name: string): Promise<void>;
  /** Waits for some work, and gives up as soon as a component has ended. */
  watch<T>(work: Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a control plane; each name of a run has its own store. */
export async function controlPlane(
  run: Run,
  etcd: string,
  name: string,
  flags: readonly string[] = [],
): Promise<ControlPlane> {
  const server = await apiServer(run, etcd, name, flags);
  const running: Running[] = [];
  const dismissed = new Set<Running>();
  const ended = Promise.withResolvers<never>();
  ended.promise.catch(() => {});
  const join = (...started: readonly Running[]) => {
    running.push(...started);
    for (const one of started) {
      one.failed.catch((error) => dismissed.has(one) || ended.reject(error));
    }
  };
  join(server.process, controllerManager(run, server));
  return {
    api: await api(server.config),
    server,
    add: (start) => join(start(run, server)),
    addAll: async (start) => join(...(await start(run, server))),
    end: async (name) => {
      for (const one of running.filter((it) => it.name === name)) {
        dismissed.add(one);
        await one.stop();
      }
    },
    watch: (work) => Promise.race([work, ended.promise]),
    stop: async () => {
      for (const one of running.splice(0).toReversed()) await one.stop();
    },
  };
}
