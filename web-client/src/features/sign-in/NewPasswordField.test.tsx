import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { inEnglish } from "../../testing/english.tsx";
import { NewPasswordField } from "./NewPasswordField.tsx";

function Form() {
  const [password, setPassword] = useState("");
  return <NewPasswordField label="Password" value={password} onValue={setPassword} others={["ada"]} />;
}

describe("choosing a password", () => {
  it("tells the rule first and then the strength with each key", async () => {
    const person = userEvent.setup();
    render(inEnglish(<Form />));
    const field = screen.getByLabelText("Password");
    expect(screen.getByText(/At least 10 characters/)).toBeTruthy();

    await person.type(field, "river at");
    expect(screen.getByText("2 more characters")).toBeTruthy();

    await person.type(field, " dawn, two swans");
    expect(screen.getByText("Strong")).toBeTruthy();
    expect(screen.getByRole("img", { name: "Password strength: strong" })).toBeTruthy();
  });

  it("shows the password when asked, and hides it again", async () => {
    const person = userEvent.setup();
    render(inEnglish(<Form />));
    const field = screen.getByLabelText("Password");
    await person.click(screen.getByRole("button", { name: "Show password" }));
    expect(field.getAttribute("type")).toBe("text");
    await person.click(screen.getByRole("button", { name: "Hide password" }));
    expect(field.getAttribute("type")).toBe("password");
  });
});
