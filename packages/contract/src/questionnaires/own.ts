import { defineOwnPart } from '../own/part.ts'
import { answerQuestions } from './operations.ts'
import { inOrder, questionsSlice } from './own-slice.ts'

export const questionsPart = defineOwnPart({
  ...questionsSlice,
  pushes: { 'questions.answer': answerQuestions },
  foresee: {
    'questions.answer': ({ sets }, { assignmentId, answers, isSent }, at) => ({
      sets: inOrder(
        sets.map((set) =>
          set.assignmentId !== assignmentId || set.submittedAt
            ? set
            : { ...set, answers, ...(isSent && { submittedAt: at }) },
        ),
      ),
    }),
  },
})
