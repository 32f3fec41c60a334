import { RATING_DAYS } from './calendar';

/** The rules a rehearsed list adopts: the product's defaults (libs/contracts/src/rules.ts), written out as a client has to. */
export const rules = {
  lights: { scheme: 'points behind', yellowFrom: 10, redOver: 30 },
  line: { shape: 'linear' },
  satisfaction: {
    weights: { rating: 30, survey: 50, thirdParty: 20 },
    points: [0, 30, 60, 80, 100],
    smallestSample: 5,
    grades: [{ grade: '满意', from: 80 }, { grade: '基本满意', from: 60 }, { grade: '不满意', from: 0 }],
  },
  reportDueDay: 28,
  ratingDays: RATING_DAYS,
  badLevel: 2,
  answerDays: 15,
} as const;
