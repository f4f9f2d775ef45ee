import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { inEnglish } from "../testing/english.tsx";
import { useLaterTexts } from "./LaterTexts.tsx";

function Both() {
  const { t } = useLaterTexts();
  return <p>{`${t("action.close")} ${t("call.leave")}`}</p>;
}

it("the later texts are there beside those of the first load", () => {
  render(inEnglish(<Both />));
  expect(screen.getByText("Close Leave the call")).toBeTruthy();
});
