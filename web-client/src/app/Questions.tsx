import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from "react";
import type { Question } from "../ui/ConfirmDialog.tsx";

const ConfirmDialog = lazy(async () => ({
  default: (await import("../ui/ConfirmDialog.tsx")).ConfirmDialog,
}));

const QuestionContext = createContext<((question: Question) => void) | null>(null);

/** Asks the person before something that cannot be taken back. */
export function useQuestion(): (question: Question) => void {
  const ask = useContext(QuestionContext);
  if (!ask) throw new Error("useQuestion needs Questions above it");
  return ask;
}

export function Questions({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  return (
    <QuestionContext value={setQuestion}>
      {children}
      <Suspense>
        {question === null ? null : <ConfirmDialog {...question} onClose={() => setQuestion(null)} />}
      </Suspense>
    </QuestionContext>
  );
}
