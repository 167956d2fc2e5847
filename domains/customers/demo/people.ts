/** Somebody of the story: who they are, how they reach us, and what they speak. */
export interface StoryPerson {
  /** What the story calls them: 'maya'. */
  readonly key: string;
  readonly brand: 'fernhill' | 'lumo';
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly language: StoryLanguage;
  readonly zone: string;
  readonly place: string;
}

export type StoryLanguage = 'en' | 'sv' | 'de' | 'pt' | 'es';

type Known = Omit<StoryPerson, 'brand'> & { readonly brand?: 'lumo' };

/** Those whom one meets by name on the first screens. */
const known: readonly Known[] = [
  person('maya', 'Maya Lindqvist', 'maya@lindqvist.example', '+46 70 512 34 01', 'sv', 'Göteborg', 'Europe/Stockholm'),
  person(
    'dieter',
    'Dieter Brandt',
    'dieter.brandt@post.example',
    '+49 151 2033 4471',
    'de',
    'Hamburg',
    'Europe/Berlin',
  ),
  person('alba', 'Alba Trekking SL', 'm.hallberg@alba.example', '+34 612 445 210', 'es', 'Bilbao', 'Europe/Madrid'),
  person('oskar', 'Oskar Nyberg', 'oskar.nyberg@post.example', '+46 73 201 88 40', 'sv', 'Uppsala', 'Europe/Stockholm'),
  person('chiara', 'Chiara Conti', 'chiara.conti@posta.example', '+39 347 221 9083', 'en', 'Torino', 'Europe/Rome'),
  person('femi', 'Femi Adeyemi', 'femi.adeyemi@mail.example', '+44 7700 900 118', 'en', 'Bristol', 'Europe/London'),
  person('ingrid', 'Ingrid Solberg', 'ingrid.solberg@epost.example', '+47 922 40 118', 'en', 'Bergen', 'Europe/Oslo'),
  person('hugo', 'Hugo Marchand', 'hugo.marchand@courriel.example', '+33 6 12 34 56 78', 'en', 'Lyon', 'Europe/Paris'),
  person('noor', 'Noor van Dijk', 'noor@vandijk.example', '+31 6 1234 5678', 'en', 'Utrecht', 'Europe/Amsterdam'),
  person('karin', 'Karin Holm', 'karin.holm@post.example', '+46 70 555 01 88', 'sv', 'Lund', 'Europe/Stockholm'),
  person('lena', 'Lena Fuchs', 'lena.fuchs@post.example', '+49 170 555 2210', 'de', 'Freiburg', 'Europe/Berlin'),
  person('pau', 'Pau Riera', 'p.riera@correu.example', '+34 655 210 300', 'es', 'Girona', 'Europe/Madrid'),
  person('anneke', 'Anneke Smit', 'anneke@smit.example', '+31 6 5555 1020', 'en', 'Leiden', 'Europe/Amsterdam'),
  person(
    'kurier',
    'Kurier24 partner service',
    'partner@kurier24.example',
    '+49 30 5550 2400',
    'en',
    'Berlin',
    'Europe/Berlin',
  ),
  person('bo', 'Bo Adewale', 'bo.adewale@mail.example', '+351 912 445 210', 'en', 'Lisbon', 'Europe/Lisbon', 'lumo'),
  person(
    'ines',
    'Ines Carvalho',
    'ines.carvalho@correio.example',
    '+351 936 120 877',
    'pt',
    'Setúbal',
    'Europe/Lisbon',
    'lumo',
  ),
];

const crowds: Readonly<
  Record<StoryLanguage, { first: string; last: string; places: string; zone: string; host: string; phone: string }>
> = {
  en: {
    first: 'Grace Owen Isla Callum Niamh Rory Ada Theo Megan Jude Freya Alan',
    last: 'Holloway Byrne Whitaker Doyle Marsh Kerr Pritchard Lyle',
    places: 'Leeds Cork Cardiff Inverness Exeter Galway',
    zone: 'Europe/London',
    host: 'mail.example',
    phone: '+44 7700 9',
  },
  sv: {
    first: 'Astrid Nils Elsa Axel Linnea Viktor Saga Emil Tuva Albin',
    last: 'Bergström Åkerman Nordin Sandell Ekholm Wikner Lundmark',
    places: 'Malmö Umeå Örebro Luleå Kalmar Borås',
    zone: 'Europe/Stockholm',
    host: 'post.example',
    phone: '+46 70 9',
  },
  de: {
    first: 'Anke Jürgen Lea Moritz Silke Timo Greta Uwe Nele Bastian',
    last: 'Vogt Kessler Brunner Hartwig Schäfer Lorenz Pohl',
    places: 'Leipzig Bremen Ulm Kiel Graz Mainz',
    zone: 'Europe/Berlin',
    host: 'briefkasten.example',
    phone: '+49 151 5',
  },
  pt: {
    first: 'Beatriz Tiago Marta Rui Leonor Duarte Carla Nuno Inês Hélder',
    last: 'Fonseca Tavares Moreira Pinto Queirós Valente Lobo',
    places: 'Porto Coimbra Faro Braga Évora Aveiro',
    zone: 'Europe/Lisbon',
    host: 'correio.example',
    phone: '+351 91 5',
  },
  es: {
    first: 'Lucía Marcos Nerea Iker Paula Álvaro',
    last: 'Ibáñez Roldán Castaño Vidal Otero',
    places: 'León Gijón Vigo Granada',
    zone: 'Europe/Madrid',
    host: 'correo.example',
    phone: '+34 655 1',
  },
};

/** How many of each language there are beside those known by name. */
const crowdSizes: Readonly<Record<StoryLanguage, number>> = { en: 44, sv: 30, de: 26, pt: 34, es: 10 };
/** Of the Portuguese and the English, every so manyth is a customer of the second brand. */
const lumoEach = 3;

/** Everybody of the story: always the same. */
export const storyPeople: readonly StoryPerson[] = [
  ...known.map((one) => ({ ...one, brand: one.brand ?? ('fernhill' as const) })),
  ...(Object.keys(crowds) as StoryLanguage[]).flatMap(crowdOf),
];

/** Somebody known by name. */
export function storyPerson(key: string): StoryPerson {
  const found = storyPeople.find((one) => one.key === key);
  if (!found) throw new Error(`Nobody in the story is called ${key}.`);
  return found;
}

function crowdOf(language: StoryLanguage): StoryPerson[] {
  const { zone, host, phone, ...lists } = crowds[language];
  const [first, last, places] = [lists.first.split(' '), lists.last.split(' '), lists.places.split(' ')];
  return Array.from({ length: crowdSizes[language] }, (_, n): StoryPerson => {
    const given = first[n % first.length] ?? '';
    const family = last[(n * 3 + Math.floor(n / first.length)) % last.length] ?? '';
    const isLumo = (language === 'pt' || language === 'en') && n % lumoEach === 1;
    return {
      key: `${language}${n}`,
      brand: isLumo ? 'lumo' : 'fernhill',
      name: `${given} ${family}`,
      address: `${plain(given)}.${plain(family)}${n >= first.length ? n : ''}@${host}`,
      phone: `${phone}${String(100_000 + n * 613).slice(0, 6)}`,
      language,
      zone,
      place: places[n % places.length] ?? '',
    };
  });
}

function person(
  key: string,
  name: string,
  address: string,
  phone: string,
  language: StoryLanguage,
  place: string,
  zone: string,
  brand?: 'lumo',
): Known {
  return { key, name, address, phone, language, place, zone, ...(brand ? { brand } : {}) };
}

/** `Åkerman` → `akerman`. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
}
