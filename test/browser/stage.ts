import type { Browser } from 'playwright-core';

import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { DESKTOP, type Look, openBrowser, type Person, Visitor } from './visitor.ts';

/** For setting the scene, and for each test: weeks pass in them, and nobody waits for real time. */
const PATIENCE_MS = 300_000;

/** A world whose scene is set, and real browsers in front of it. */
export interface Stage<Scene> {
  readonly world: World;
  readonly scene: Scene;
  /** Somebody at the door, whom nobody knows yet: a desktop by day, unless it looks otherwise. */
  arrives(look?: Partial<Look>): Promise<Visitor>;
  /** Somebody who has signed in before, at that screen. */
  comes(person: Person, path: string, look?: Partial<Look>): Promise<Visitor>;
  /** Through the door, by e-mail and password. */
  signsIn(person: Person, look?: Partial<Look>): Promise<Visitor>;
}

/**
 * One scene for all stories of a spec, set before the first. After each of them whoever came leaves, and no page may
 * have complained, unless of what the spec forgives.
 */
export function setStage<Scene>(
  beginning: Date,
  setScene: (world: World) => Promise<Scene>,
  { forgives }: { readonly forgives?: RegExp } = {},
): Stage<Scene> {
  const stage = new SetStage<Scene>(forgives);
  import.meta.jest.setTimeout(PATIENCE_MS);
  beforeAll(() => stage.opens(beginning, setScene));
  afterEach(() => stage.empties());
  afterAll(() => stage.closes());
  return stage;
}

class SetStage<Scene> implements Stage<Scene> {
  readonly #visitors: Visitor[] = [];
  #browser: Browser | undefined;
  #world: World | undefined;
  #scene: Scene | undefined;

  constructor(private readonly forgives: RegExp | undefined) {}

  get world(): World {
    return there(this.#world);
  }

  get scene(): Scene {
    return there(this.#scene);
  }

  async opens(beginning: Date, setScene: (world: World) => Promise<Scene>): Promise<void> {
    this.#browser = await openBrowser();
    this.#world = await storyWorld(beginning);
    this.#scene = await setScene(this.#world);
  }

  async arrives(look: Partial<Look> = {}): Promise<Visitor> {
    const { apiUrl, time } = this.world;
    const given = { ...DESKTOP, theme: 'light', ...look } as const;
    const visitor = await Visitor.arrive(there(this.#browser), apiUrl, time.now(), given);
    this.#visitors.push(visitor);
    return visitor;
  }

  async comes(person: Person, path: string, look?: Partial<Look>): Promise<Visitor> {
    const visitor = await this.arrives(look);
    await visitor.comesAs(person);
    await visitor.opens(path);
    return visitor;
  }

  async signsIn(person: Person, look?: Partial<Look>): Promise<Visitor> {
    const visitor = await this.arrives(look);
    await visitor.signsIn(person);
    return visitor;
  }

  async empties(): Promise<void> {
    const visitors = this.#visitors.splice(0);
    for (const visitor of visitors) await visitor.leaves();
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    expect(complaints.filter((complaint) => !this.forgives?.test(complaint))).toEqual([]);
  }

  async closes(): Promise<void> {
    await this.#browser?.close();
    await this.#world?.end();
  }
}

function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The scene is not set yet');
  return thing;
}
