/** Joins lists of the pages of a word, as Pagefind writes them. */

/**
 * Places on a page: a negative number is one less than a negated weight, and the places with this weight
 * follow, each as the distance to the one before.
 */
type CodedPlaces = readonly number[];

/** Each page with the distance of its number to the one before, its places in the text and in the fields. */
export type CodedPages = readonly (readonly [
  distance: number,
  text: CodedPlaces,
  fields: CodedPlaces,
])[];

/** The places by the number that stands for their weight. */
type Places = Map<number, Set<number>>;

/** One list with the pages and places of all. */
export function joinPages(lists: readonly CodedPages[]): CodedPages {
  const pages = new Map<number, readonly [Places, Places]>();
  for (const list of lists) {
    let number = 0;
    for (const [distance, text, fields] of list) {
      number += distance;
      const [inText, inFields] = pages.get(number) ?? [new Map(), new Map()];
      pages.set(number, [addPlaces(inText, text), addPlaces(inFields, fields)]);
    }
  }
  let before = 0;
  return [...pages]
    .sort(([a], [b]) => a - b)
    .map(([number, [text, fields]]) => {
      const distance = number - before;
      before = number;
      return [distance, codePlaces(text), codePlaces(fields)] as const;
    });
}

function addPlaces(places: Places, coded: CodedPlaces): Places {
  let weight = 0;
  let place = 0;
  for (const number of coded) {
    if (number < 0) {
      weight = number;
      place = 0;
    } else {
      place += number;
      places.set(weight, (places.get(weight) ?? new Set()).add(place));
    }
  }
  return places;
}

function codePlaces(places: Places): CodedPlaces {
  return [...places].flatMap(([weight, all]) => {
    let before = 0;
    const distances = [...all]
      .sort((a, b) => a - b)
      .map((place) => {
        const distance = place - before;
        before = place;
        return distance;
      });
    return weight < 0 ? [weight, ...distances] : distances;
  });
}
