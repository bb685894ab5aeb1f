/** Properties that describe a note, in the order in which they count: prose, other than what names things. */
export const descriptionKeys = ['description', 'summary', 'excerpt'] as const;
