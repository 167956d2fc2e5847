/** Places, questions, guides, industries, levels and sources. English → Spanish. */
export const guideTexts: Readonly<Record<string, string>> = {
  'Jamaica is one of the hubs from which customers all over the world are served.':
    'Jamaica es uno de los centros desde los que se atiende a clientes de todo el mundo.',
  'No figure of pay is shown for this place until somebody enters one with its source, its year, its currency and what the range means.':
    'No se muestra ninguna cifra salarial de este lugar hasta que alguien la anote con su fuente, su año, su moneda y lo que significa el rango.',
  'Hubs for customer service serve customers all over the world from one place; front-line careers grow with them.':
    'Los centros de atención al cliente atienden desde un solo lugar a clientes de todo el mundo; con ellos crecen las carreras de primera línea.',
  'Front-line pay starts at roughly the mid-$30Ks to the low $40Ks a year.':
    'En la primera línea se empieza con unos 35.000 a poco más de 40.000 dólares al año.',
  'Starting pay is known for three of the roles, as national figures of 2026; for the others nobody has named a source yet.':
    'Se conoce el salario inicial de tres de los puestos, como cifras nacionales de 2026; para los demás nadie ha nombrado todavía una fuente.',
  'How is customer service work changing?': '¿Cómo está cambiando el trabajo de atención al cliente?',
  'AI answers the routine questions; empathy, clarity and judgement stay human.':
    'La IA responde las preguntas rutinarias; la empatía, la claridad y el criterio siguen siendo humanos.',
  'What is asked beside them: prompting and judging AI, data literacy, and knowing how bots read language.':
    'Lo que se pide además: saber preguntar a la IA y evaluarla, leer datos y saber cómo los bots leen el lenguaje.',
  'Front-line work is spreading into more industries, and hubs such as Jamaica serve the world.':
    'El trabajo de primera línea se extiende a más sectores, y centros como Jamaica atienden al mundo.',
  'Which industries need it?': '¿Qué sectores lo necesitan?',
  'Front-line work is spreading over technology, e-commerce, healthcare, banking, travel, telecom, hospitality and retail.':
    'El trabajo de primera línea se extiende por tecnología, comercio electrónico, salud, banca, viajes, telecomunicaciones, hotelería y comercio minorista.',
  'Success managers are asked for in SaaS, fintech and business to business.':
    'En SaaS, fintech y negocios entre empresas se piden responsables de éxito del cliente.',
  'How do I advance?': '¿Cómo avanzo?',
  'Four ways: specialise, lead, go into analytics, or mentor others.':
    'Cuatro maneras: especializarse, dirigir, pasar a la analítica o ser mentor de otros.',
  'On the way: learn the business, own your metrics, ask for coaching, and look at openings.':
    'En el camino: aprende el negocio, hazte cargo de tus métricas, pide acompañamiento y mira vacantes.',
  'How do I learn to lead?': '¿Cómo aprendo a dirigir?',
  'Team leader is the first role that leads, and a path to management: it monitors, ensures quality and motivates.':
    'Líder de equipo es el primer puesto que dirige y un camino hacia la gerencia: sigue el servicio, asegura la calidad y motiva.',
  'Before that: take over escalations and coach colleagues, as senior specialists do; mentoring teaches to lead.':
    'Antes de eso: toma casos escalados y acompaña a colegas, como hacen los especialistas sénior; ser mentor enseña a dirigir.',
  'Ask to run one shift with your leader beside you, and practise the hard talks.':
    'Pide llevar un turno con tu líder al lado y practica las charlas difíciles.',
  'Is it a good career?': '¿Es una buena carrera?',
  'It is work that stays human where it matters, in many industries, on site and from anywhere.':
    'Es un trabajo que sigue siendo humano donde importa, en muchos sectores, presencial y desde cualquier lugar.',
  'It leads on: to senior work, to accounts, to leading teams and the operation.':
    'Lleva más lejos: a trabajo sénior, a cuentas, a dirigir equipos y la operación.',
  'What is known of pay in the United States: front line roughly the mid-$30Ks to the low $40Ks to start; managers $57,000–81,250.':
    'Lo que se sabe de los salarios en Estados Unidos: en la primera línea, unos 35.000 a poco más de 40.000 dólares al empezar; gerentes, 57.000 a 81.250 dólares.',
  'It is demanding: hard days with people in trouble belong to it. Practise one conversation before you decide.':
    'Es exigente: los días duros con personas en apuros son parte del trabajo. Practica una conversación antes de decidir.',
  'Hubs such as Jamaica serve customers all over the world.':
    'Centros como Jamaica atienden a clientes de todo el mundo.',
  'Learn the business': 'Aprende el negocio',
  'Learn the business: what it sells, to whom, and what it earns from.':
    'Aprende el negocio: qué vende, a quién y de qué gana.',
  'Own your metrics': 'Hazte cargo de tus métricas',
  'Own your metrics: know your figures before somebody tells you, and what moves them.':
    'Hazte cargo de tus métricas: conoce tus cifras antes de que alguien te las diga, y qué las mueve.',
  'Ask for coaching': 'Pide acompañamiento',
  'Ask for coaching while it can still change the week.':
    'Pide acompañamiento mientras todavía pueda cambiar la semana.',
  'Study the best, and the happy': 'Estudia a los mejores y a los contentos',
  'Study the best colleagues and the happy customers: what went right is as instructive as what went wrong.':
    'Estudia a los mejores colegas y a los clientes contentos: lo que salió bien enseña tanto como lo que salió mal.',
  'Practise hard situations': 'Practica situaciones difíciles',
  'Practise hard situations before they come: the angry call, the no, the outage.':
    'Practica situaciones difíciles antes de que lleguen: la llamada airada, el no, la interrupción del servicio.',
  'Learn new tools': 'Aprende herramientas nuevas',
  'Learn new tools when they arrive, not when you must.':
    'Aprende las herramientas nuevas cuando llegan, no cuando ya no hay remedio.',
  'Look at openings': 'Mira vacantes',
  'Look at openings regularly, also when you do not want to move: they tell what is asked.':
    'Mira vacantes con regularidad, también cuando no quieras moverte: dicen qué se pide.',
  'Specialise: become the one for a product, a channel or a kind of customer.':
    'Especialízate: sé la persona de un producto, un canal o un tipo de cliente.',
  'Lead: a shift, a team, then the operation.': 'Dirige: un turno, un equipo, después la operación.',
  'Go into analytics: the figures of the work you know from inside.':
    'Pasa a la analítica: las cifras del trabajo que conoces por dentro.',
  'Mentor others: who helps new colleagues learns to lead.':
    'Sé mentor de otros: quien ayuda a colegas nuevos aprende a dirigir.',
  'Talk and write so that people feel heard': 'Habla y escribe para que la gente se sienta escuchada',
  'Build communication and empathy first: they are asked for in every role.':
    'Desarrolla primero la comunicación y la empatía: se piden en todos los puestos.',
  'Practise one conversation here, without an account.': 'Practica aquí una conversación, sin cuenta.',
  'Write one answer to a complaint, and shorten it.': 'Escribe una respuesta a una queja, y acórtala.',
  'Know the tools': 'Conoce las herramientas',
  'Get to know the tools: CRM, ticketing, knowledge base, chatbots and dashboards.':
    'Familiarízate con las herramientas: CRM, gestión de casos, base de conocimiento, chatbots y tableros de datos.',
  'Try a help desk that costs nothing to try, and answer yourself a mail.':
    'Prueba un sistema de atención que no cueste nada probar y respóndete un correo.',
  'Learn to type without looking.': 'Aprende a escribir sin mirar el teclado.',
  'Make the customer-first habit yours': 'Haz tuya la costumbre de poner al cliente primero',
  'Make it a habit to put the customer first: what do they need, and what happens next for them?':
    'Haz costumbre de poner al cliente primero: ¿qué necesita y qué sigue para él?',
  'After each contact of your own with a company, write down what you would have done.':
    'Después de cada contacto tuyo con una empresa, anota qué habrías hecho tú.',
  'Promise a time, and keep it, in whatever you do today.': 'Promete un plazo y cúmplelo, en lo que hagas hoy.',
  'Learn to read figures': 'Aprende a leer cifras',
  'Learn data skills: to read a report, and to say what it does not show.':
    'Aprende a trabajar con datos: a leer un informe y a decir qué no muestra.',
  'Training programmes teach all four: look for one that lets you practise with real cases.':
    'Los programas de formación enseñan las cuatro cosas: busca uno que te deje practicar con casos reales.',
  'Take a small table, and find what changed.': 'Toma una tabla pequeña y encuentra qué cambió.',
  'Pay varies by role, experience and place.': 'El salario varía según el puesto, la experiencia y el lugar.',
  'In the United States, front-line pay starts at roughly the mid-$30Ks to the low $40Ks a year.':
    'En Estados Unidos, en la primera línea se empieza con unos 35.000 a poco más de 40.000 dólares al año.',
  'Languages earn a premium.': 'Los idiomas se pagan mejor.',
  'Experience with customer loyalty, AI and data tools earns a premium.':
    'La experiencia con fidelización de clientes, IA y herramientas de datos se paga mejor.',
  'Front-line service work is spreading in technology: products change often, and people need somebody who explains them.':
    'El servicio de primera línea se extiende en tecnología: los productos cambian a menudo y la gente necesita a alguien que los explique.',
  'Front-line service work is spreading in e-commerce: orders, parcels and returns on every channel, at every hour.':
    'El servicio de primera línea se extiende en el comercio electrónico: pedidos, paquetes y devoluciones por todos los canales y a toda hora.',
  'Front-line service work is spreading in healthcare: people in worry, and details that must be right and private.':
    'El servicio de primera línea se extiende en la salud: personas preocupadas y datos que deben ser correctos y privados.',
  'Front-line service work is spreading in banking: who calls is checked first, and every answer must hold.':
    'El servicio de primera línea se extiende en la banca: primero se comprueba quién llama, y cada respuesta debe sostenerse.',
  'Front-line service work is spreading in travel: plans change on the way, and time zones are part of the work.':
    'El servicio de primera línea se extiende en los viajes: los planes cambian en el camino y los husos horarios son parte del trabajo.',
  'Front-line service work is spreading in telecom: contracts, faults and bills of very many customers.':
    'El servicio de primera línea se extiende en las telecomunicaciones: contratos, fallas y facturas de muchísimos clientes.',
  'Front-line service work is spreading in hospitality: guests before, during and after a stay.':
    'El servicio de primera línea se extiende en la hotelería: huéspedes antes, durante y después de la estancia.',
  'Front-line service work is spreading in retail: one customer in the shop, online and on the phone.':
    'El servicio de primera línea se extiende en el comercio minorista: un mismo cliente en la tienda, en línea y por teléfono.',
  'Success managers are asked for where software is paid by subscription: customers stay when they get on with it.':
    'Se piden responsables de éxito del cliente donde el software se paga por suscripción: los clientes se quedan cuando les va bien con él.',
  'Success managers are asked for in fintech: young products about money, where trust is won slowly.':
    'Se piden responsables de éxito del cliente en fintech: productos jóvenes sobre dinero, donde la confianza se gana despacio.',
  'Success and account work is at home between businesses: few customers, each of them for years.':
    'El trabajo de éxito y de cuentas vive entre empresas: pocos clientes, y cada uno durante años.',
  'With help: you know what it is and do it with somebody beside you.':
    'Con ayuda: sabes qué es y lo haces con alguien al lado.',
  'Simple cases: you do it alone where nothing unusual happens.':
    'Casos sencillos: lo haces por tu cuenta cuando no pasa nada fuera de lo común.',
  'Reliably: you do it alone in a normal day, and others can count on it.':
    'Con seguridad: lo haces por tu cuenta en un día normal, y los demás pueden contar con ello.',
  'Hard cases: you do it when it is difficult, under pressure or in public.':
    'Casos difíciles: lo haces cuando es difícil, bajo presión o en público.',
  'Teaches others: people learn it from you, and you improve how it is done.':
    'Enseña a otros: la gente lo aprende de ti, y tú mejoras cómo se hace.',
  'A list of the customer service careers that matter in 2026, with what each asks for. Told here in our own words. The material we wrote from names this source and Robert Half together: that it stands beside the first ten roles is our reading of its order, not checked against the original.':
    'Una lista de las carreras de atención al cliente que importan en 2026, con lo que pide cada una. Contada aquí con nuestras palabras. El material del que partimos nombra juntas esta fuente y la de Robert Half: que figure junto a los diez primeros puestos es nuestra lectura de su orden, no comprobada con el original.',
  'What the customer service jobs that employers hire for in 2026 consist of, and how people advance in them. Told here in our own words. That it stands beside the last five roles is our reading of the order in which the roles were named, not checked against the original.':
    'En qué consisten los puestos de atención al cliente que las empresas contratan en 2026 y cómo se avanza en ellos. Contado aquí con nuestras palabras. Que figure junto a los cinco últimos puestos es nuestra lectura del orden en que se nombraron, no comprobada con el original.',
  'National starting salaries in the United States for 2026. Shown only for the roles that it names.':
    'Salarios iniciales nacionales en Estados Unidos para 2026. Se muestran solo para los puestos que nombra.',
  'The nearest occupation in the O*NET-SOC register of 2018, as a key to compare by. CC BY 4.0.':
    'La ocupación más cercana del registro O*NET-SOC de 2018, como clave para comparar. CC BY 4.0.',
  'The nearest occupation in ESCO, the European classification of occupations and skills, as a key to compare by. Names, addresses and groups of ISCO-08 as the crosswalk of Nesta has them (Mapping Career Causeways, November 2020, before ESCO 1.1); not asked of ESCO itself. This service uses the ESCO classification of the European Commission.':
    'La ocupación más cercana de ESCO, la clasificación europea de ocupaciones y habilidades, como clave para comparar. Nombres, direcciones y grupos de la CIUO-08 según la tabla de correspondencias de Nesta (Mapping Career Causeways, noviembre de 2020, anterior a ESCO 1.1); no consultados en la propia ESCO. Este servicio utiliza la clasificación ESCO de la Comisión Europea.',
  'How this work is usually arranged: days, steps, levels, tools and measures as this product describes them. A starting point, not a survey; the people of this workspace can change it.':
    'Cómo suele organizarse este trabajo: días, pasos, niveles, herramientas y medidas tal como los describe este producto. Un punto de partida, no una encuesta; las personas de este espacio de trabajo pueden cambiarlo.',
};
