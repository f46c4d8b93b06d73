import { cellProblemWords } from './cell-problem-words.ts';
import { fileProblemWords } from './file-problem-words.ts';
import { matchErrorWords } from './match-error-words.ts';
import type { ProblemSentences, ProblemWords } from './problem-sentences.ts';
import type { Problem, ProblemCode, ProblemFacts } from './problems.ts';
import { rowProblemWords } from './row-problem-words.ts';

const words: ProblemWords<ProblemFacts> = { ...cellProblemWords, ...fileProblemWords, ...rowProblemWords, ...matchErrorWords };

/** A problem as people read it: what is wrong, and how to put it right. */
export const problemWords = <Code extends ProblemCode>(problem: Problem<Code>): ProblemSentences => words[problem.code](problem);
