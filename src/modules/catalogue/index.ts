export { analyse, baseLanguage } from './text/analyser.js';
export { BM25, impacts } from './text/bm25.js';
export { textsOf, type ListingText } from './text/listing-text.js';
export { TextStatistics, type StoredStatistics } from './text/text-statistics.js';
