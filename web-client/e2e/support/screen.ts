import { expect, type Locator, type Page } from "@playwright/test";
import { text } from "./texts.ts";

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** One page of the client, with the names that a person would use for what is on it. */
export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes to an address of the client and waits until something is drawn. */
  async goto(path = "/"): Promise<void> {
    await this.page.goto(path);
    await expect(
      this.page.getByRole("heading", { level: 1 }).filter({ visible: true }).first(),
    ).toBeVisible();
  }

  get chats(): Locator {
    return this.page.getByRole("heading", { level: 1, name: text("nav.chats") });
  }

  /** The rows of the conversation list. */
  get rows(): Locator {
    return this.page.getByRole("navigation", { name: text("list.label") }).getByRole("link");
  }

  /** The row of a conversation in the list. */
  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The count of unread messages in a row. */
  unread(name: string): Locator {
    return this.row(name).getByText(/\d+ unread message/);
  }

  async open(name: string): Promise<void> {
    await this.row(name).click();
    await expect(this.title(name)).toBeVisible();
  }

  async openById(conversationId: string): Promise<void> {
    await this.goto(`/c/${conversationId}`);
    await expect(this.composer).toBeVisible();
  }

  /** The name above the open conversation. */
  title(name: string): Locator {
    return this.page.getByRole("main").getByRole("heading", { level: 1, name });
  }

  /** Who the open conversation is with, and whether they are there. */
  get header(): Locator {
    return this.page.getByRole("main").locator("header");
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: new RegExp(`^${escaped(text("composer.placeholder"))}`) });
  }

  get messages(): Locator {
    return this.page.getByRole("region", { name: text("conversation.messages") });
  }

  /** The lines with these words in the open conversation. */
  message(words: string | RegExp): Locator {
    return this.messages.getByRole("listitem").filter({ hasText: words });
  }

  /** The sign of how far one's own message has come. */
  mark(words: string, delivery: "queued" | "sent" | "delivered" | "read" | "failed"): Locator {
    return this.message(words).getByRole("img", { name: text(`message.${delivery}`), exact: true });
  }

  async send(words: string): Promise<void> {
    await this.composer.fill(words);
    await this.composer.press("Enter");
    await expect(this.composer).toHaveValue("");
  }

  /** The words of all messages that are drawn, in order; those of a long conversation only in part. */
  shown(): Promise<readonly string[]> {
    return this.messages.getByRole("listitem").evaluateAll((lines) =>
      lines.flatMap((line) => {
        const time = line.querySelector("time");
        const paragraph = time?.closest("p");
        if (!paragraph) return [];
        const copy = paragraph.cloneNode(true) as Element;
        copy.querySelector("time")?.parentElement?.remove();
        return [copy.textContent ?? ""];
      }),
    );
  }

  get connectionLine(): Locator {
    return this.page.getByRole("status").filter({ hasText: text("connection.reconnecting") });
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog");
  }

  get details(): Locator {
    return this.page.getByRole("complementary", { name: text("details.title") });
  }

  async openDetails(): Promise<void> {
    await this.button("conversation.details").click();
    await expect(this.details).toBeVisible();
  }

  get toasts(): Locator {
    return this.page.getByRole("region", { name: text("toast.label") });
  }

  /** A button by the key of its text. */
  button(key: string, values: Readonly<Record<string, string | number>> = {}): Locator {
    return this.page.getByRole("button", { name: text(key, values), exact: true });
  }

  field(key: string): Locator {
    return this.page.getByLabel(text(key), { exact: true });
  }

  /** A place in the rail, or in the bar of a phone. */
  async go(place: "chats" | "contacts"): Promise<void> {
    const name = new RegExp(`^${escaped(text(`nav.${place}`))}`);
    await this.page
      .getByRole("navigation", { name: text("app.name") })
      .getByRole("link", { name })
      .click();
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.field("signIn.login").fill(login);
    await this.field("signIn.password").fill(password);
    await this.button("signIn.submit").click();
  }

  async register(person: { username: string; name: string; password: string }): Promise<void> {
    await this.field("register.userName").fill(person.username);
    await this.field("register.displayName").fill(person.name);
    await this.field("register.email").fill(`${person.username}@example.org`);
    await this.field("register.password").fill(person.password);
    await this.button("register.submit").click();
    await expect(this.chats).toBeVisible();
  }
}
