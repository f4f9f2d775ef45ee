import type { Locator, Page } from "@playwright/test";
import { watchMedia } from "./media.ts";
import type { Device, Names, People, Person } from "./people.ts";
import type { Screen } from "./screen.ts";
import { expect } from "./test.ts";
import { text } from "./texts.ts";

/** What one sees and does of a call on one page. */
export class CallScreen {
  readonly #screen: Screen;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  get page(): Page {
    return this.#screen.page;
  }

  /** Rings from the open conversation, through the preview. */
  async start(kind: "voice" | "video"): Promise<void> {
    await this.prepare(kind);
    await this.ring();
    await expect(this.controls).toBeVisible();
  }

  /** Opens the preview. */
  async prepare(kind: "voice" | "video"): Promise<void> {
    await this.#screen.button(`calls.${kind}`).click();
    await expect(this.#screen.dialog).toBeVisible();
  }

  /** Rings from the preview. */
  async ring(): Promise<void> {
    await this.#screen.dialog.getByRole("button", { name: text("call.ring"), exact: true }).click();
  }

  /** The card that rings. */
  get ringing(): Locator {
    return this.page.getByRole("dialog").filter({ has: this.#screen.button("call.decline") });
  }

  async accept({ video = false } = {}): Promise<void> {
    await this.#screen.button(video ? "call.acceptVideo" : "call.accept").click();
    await expect(this.controls).toBeVisible();
  }

  async decline(): Promise<void> {
    await this.#screen.button("call.decline").click();
  }

  /** Joins the call that the banner of the open conversation tells of. */
  async join(): Promise<void> {
    await this.#screen.button("calls.join").click();
    await this.#screen.dialog.getByRole("button", { name: text("calls.join"), exact: true }).click();
    await expect(this.controls).toBeVisible();
  }

  get controls(): Locator {
    return this.page.getByRole("toolbar", { name: text("call.controls") });
  }

  /** Presses something in the bar, which may have hidden. */
  async press(key: string): Promise<void> {
    await this.page.mouse.move(300, 300);
    await this.page.mouse.move(310, 310);
    await this.controls.getByRole("button", { name: text(key), exact: true }).click();
  }

  async leave(): Promise<void> {
    await this.press("call.leave");
  }

  /** The tiles of the call. */
  get tiles(): Locator {
    return this.page.getByRole("list", { name: text("call.people") }).getByRole("listitem");
  }

  tile(name: string): Locator {
    return this.tiles.filter({ hasText: name });
  }

  /** The card that tells how the call ended. */
  get ended(): Locator {
    return this.page.getByRole("status").filter({ has: this.#screen.button("action.close") });
  }

  async closeEnded(): Promise<void> {
    await this.ended.getByRole("button", { name: text("action.close"), exact: true }).click();
  }
}

/** Two people who are each other's contact, each looking at their conversation. */
export async function pair(
  people: People,
  prepare: { readonly ada?: Prepare; readonly ben?: Prepare } = {},
): Promise<{ ada: Caller; ben: Caller; id: string }> {
  const ada = await caller(people, { name: "Ada" }, prepare.ada);
  const ben = await caller(people, { name: "Ben" }, prepare.ben);
  await ada.person.befriend(ben.person);
  const id = await ada.person.directWith(ben.person);
  await ada.person.screen.openById(id);
  await ben.person.screen.openById(id);
  return { ada, ben, id };
}

/** What is done to somebody's browser before it opens the page. */
type Prepare = (person: Person) => Promise<void>;

/** Somebody whose media is watched. */
export interface Caller {
  readonly person: Person;
  readonly call: CallScreen;
}

/** Registers somebody whose pages can be asked what they receive. */
export async function caller(people: People, names: Names, prepare?: Prepare): Promise<Caller> {
  const person = await people.register(names);
  await watchMedia(person.context);
  await prepare?.(person);
  await person.screen.goto();
  return { person, call: new CallScreen(person.screen) };
}

/** The call as another device of somebody shows it. */
export function onDevice(device: Device): CallScreen {
  return new CallScreen(device.screen);
}
