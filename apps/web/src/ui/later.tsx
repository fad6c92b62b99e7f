import { type ComponentType, useEffect, useState } from 'react';

export interface Later<P> {
  (props: P): React.ReactNode;
  /** Has the code fetched, so that the first drawing shows the component itself. */
  load(): Promise<void>;
}

/**
 * A component whose code is fetched when it is first wanted, with `Waiting` in its place until then.
 * Not React's `lazy`: its Suspense keeps what it shows meanwhile for 300 ms, however soon the code comes, and once for
 * each room within a room.
 */
export function later<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  Waiting: ComponentType = Nothing,
): Later<P> {
  let Fetched: ComponentType<P> | undefined;
  const load = async () => {
    Fetched ??= await fetch();
  };
  function Later(props: P) {
    const [failure, setFailure] = useState<unknown>();
    const [, draw] = useState(Fetched !== undefined);
    useEffect(() => {
      if (!Fetched) load().then(() => draw(true), setFailure);
    }, []);
    if (failure !== undefined) throw failure;
    return Fetched ? <Fetched {...props} /> : <Waiting />;
  }
  return Object.assign(Later, { load });
}

const Nothing = () => null;
