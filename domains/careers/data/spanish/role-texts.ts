/** What roles do, with whom, where, and how much they are asked for. English → Spanish. */
export const roleTexts: Readonly<Record<string, string>> = {
  'You see the whole journey of a customer and take the effort out of it.':
    'Ves todo el recorrido de un cliente y le quitas esfuerzo.',
  'Map the journey and find where it breaks': 'Trazar el recorrido y encontrar dónde se rompe',
  'Analyse feedback: what people say, and how many': 'Analizar las opiniones: qué dice la gente y cuánta lo dice',
  'Bring empathy into decisions made far from customers':
    'Llevar empatía a decisiones que se toman lejos de los clientes',
  'Propose a fix with what it should change, and measure it after':
    'Proponer una mejora, decir qué debe cambiar y medirlo después',
  'Works with marketing, product and service': 'Trabaja con mercadotecnia, producto y servicio',
  'Both; workshops are easier in one room.': 'Ambas; los talleres son más fáciles en una misma sala.',
  'On the list of top customer service careers of 2026.':
    'En la lista de las principales carreras de atención al cliente de 2026.',
  'You build long relationships, so that clients reach what they bought the product for.':
    'Construyes relaciones largas para que los clientes logren aquello por lo que compraron el producto.',
  'Keep relationships over years, not tickets': 'Cuidar relaciones durante años, no casos sueltos',
  'Work in SaaS, fintech and business to business': 'Trabajar en SaaS, fintech y negocios entre empresas',
  'Manage accounts: goals, use, and the people behind them':
    'Gestionar cuentas: objetivos, uso y las personas que hay detrás',
  'See early who is not getting on, and act': 'Ver pronto a quién no le va bien, y actuar',
  'Clients’ own leads, product, sales, and the support team':
    'Responsables del lado del cliente, producto, ventas y el equipo de soporte',
  'Both; some clients like a visit.': 'Ambas; a algunos clientes les gusta la visita.',
  'You serve customers over phone, e-mail, chat and social media, and it is one conversation to them.':
    'Atiendes a los clientes por teléfono, correo, chat y redes sociales, y para ellos es una sola conversación.',
  'Answer by phone, e-mail, chat and social media, and keep one thread for each matter':
    'Responder por teléfono, correo, chat y redes sociales, con un solo hilo para cada asunto',
  'Do several things at once without losing any of them': 'Hacer varias cosas a la vez sin perder ninguna',
  'Work in many tools and platforms, often side by side':
    'Trabajar con muchas herramientas y plataformas, a menudo al mismo tiempo',
  'Promise a time, and keep it': 'Prometer un plazo y cumplirlo',
  'Colleagues of all channels, a team leader, and whoever delivers, bills or repairs':
    'Colegas de todos los canales, líder de equipo y quienes entregan, facturan o reparan',
  'Both: on site, or remote with a quiet room and a good line.':
    'Ambas: presencial, o remoto con un cuarto tranquilo y una buena conexión.',
  'You solve hard problems with software and hardware, and explain them simply.':
    'Resuelves problemas difíciles de software y hardware, y los explicas con sencillez.',
  'Explain technical things in plain words': 'Explicar lo técnico con palabras sencillas',
  'Stay patient, also the fifth time': 'Tener paciencia, también la quinta vez',
  'Find faults in software and in hardware': 'Encontrar fallas de software y de hardware',
  'Link a case to the known problem, and tell who waits for it':
    'Unir el caso al problema conocido y avisar a quien lo espera',
  'Engineers, product people, and the front line that hands cases to you':
    'Ingeniería, producto y la primera línea que te pasa casos',
  'Both: hardware may need a bench, software does not.':
    'Ambas: el hardware puede necesitar una mesa de trabajo; el software, no.',
  'You help several people at once in writing, fast, right and in the tone that fits each.':
    'Ayudas por escrito a varias personas a la vez, con rapidez, con acierto y con el tono que le va a cada una.',
  'Write short answers that are correct, with good spelling':
    'Escribir respuestas cortas y correctas, con buena ortografía',
  'Keep several conversations going at once': 'Llevar varias conversaciones a la vez',
  'Be quick, and accurate all the same': 'Responder con rapidez y, aun así, con exactitud',
  'Find the tone that fits the person and the brand': 'Encontrar el tono que le va a la persona y a la marca',
  'The assistant that answers before you, chat colleagues, and a team leader':
    'El asistente que responde antes que tú, colegas de chat y líder de equipo',
  'Mostly remote is possible: the work is written.': 'Casi siempre se puede en remoto: el trabajo es por escrito.',
  'You are answerable for today’s service and for the people who give it.':
    'Respondes por el servicio de hoy y por las personas que lo dan.',
  'Monitor the service as it happens': 'Seguir el servicio mientras ocurre',
  'Ensure quality, and say what it is': 'Asegurar la calidad y decir en qué consiste',
  'Motivate people, each in their way': 'Motivar a las personas, a cada una a su manera',
  'Grow: this role is a path to management': 'Crecer: este puesto es un camino hacia la gerencia',
  'Your team, other leaders, planners, quality and the manager':
    'Tu equipo, otros líderes, planificación, calidad y la gerencia',
  'Both: with the team, wherever it is.': 'Ambas: con el equipo, esté donde esté.',
  'You find in the figures what slows customers down, and what would help.':
    'Encuentras en las cifras qué frena a los clientes y qué ayudaría.',
  'Follow volumes, response times and satisfaction': 'Seguir volúmenes, tiempos de respuesta y satisfacción',
  'Interpret data, and say how sure it is': 'Interpretar datos y decir qué tan seguros son',
  'Report so that somebody can decide': 'Informar de modo que alguien pueda decidir',
  'Improve the process, and measure it after': 'Mejorar el proceso y medirlo después',
  'Team leaders, planners, IT, and whoever owns the step that breaks':
    'Líderes de equipo, planificación, TI y quien es responsable del paso que falla',
  'Mostly remote is possible.': 'Casi siempre se puede en remoto.',
  'You answer in public: complaints, questions and praise, with everybody reading.':
    'Respondes en público: quejas, preguntas y elogios, con todo el mundo leyendo.',
  'Answer complaints in public and take them to a private place':
    'Responder quejas en público y llevarlas a un lugar privado',
  'Handle a crisis calmly while it is still growing': 'Manejar una crisis con calma mientras todavía crece',
  'Speak for the brand, and keep its voice': 'Hablar por la marca y cuidar su voz',
  'Look after the community’s own helpers': 'Cuidar a quienes ayudan dentro de la comunidad',
  'Marketing, press, the service teams, and the community’s own members':
    'Mercadotecnia, prensa, los equipos de servicio y los miembros de la comunidad',
  'Mostly remote is possible; a crisis keeps no office hours.':
    'Casi siempre se puede en remoto; una crisis no tiene horario de oficina.',
  'You serve customers in other countries and time zones, from wherever you work.':
    'Atiendes a clientes de otros países y husos horarios, desde donde trabajes.',
  'Organise your own day: self-discipline replaces the office':
    'Organizar tu propio día: la autodisciplina reemplaza a la oficina',
  'Say things clearly to people who may not share your first language':
    'Decir las cosas con claridad a quien quizá no comparte tu primer idioma',
  'Mind other cultures and their habits': 'Tener en cuenta otras culturas y sus costumbres',
  'Work across time zones, and name the zone with every time':
    'Trabajar entre husos horarios y nombrar el huso con cada hora',
  'A team that you mostly meet on screens, and colleagues in other zones who take over from you':
    'Un equipo que ves sobre todo en pantalla, y colegas de otros husos que te relevan',
  'Remote: hubs such as Jamaica, and homes in many countries, serve the world.':
    'Remoto: desde centros como Jamaica, y desde casas de muchos países, se atiende al mundo.',
  'You talk with customers who are about to leave, and keep those who gain from staying.':
    'Hablas con clientes que están por irse y conservas a quienes ganan quedándose.',
  'Negotiate honestly, within clear limits': 'Negociar con honestidad, dentro de límites claros',
  'Hear why somebody leaves, with empathy': 'Escuchar con empatía por qué alguien se va',
  'Solve the problem behind the goodbye': 'Resolver el problema que hay detrás de la despedida',
  'Know why it matters: keeping a customer costs less than winning one':
    'Saber por qué importa: conservar a un cliente cuesta menos que ganar otro',
  'Billing, product, account managers, and the analyst who measures the effect':
    'Facturación, producto, ejecutivos de cuentas y quien analiza el efecto',
  'Both: calls are the larger part.': 'Ambas: la mayor parte son llamadas.',
  'You own customers’ questions from the first hello to solved.':
    'Te haces cargo de las preguntas de los clientes, del primer saludo hasta que quedan resueltas.',
  'Listen, clarify what is asked, and verify the details': 'Escuchar, aclarar qué se pide y comprobar los datos',
  'Explain the next steps and how long they take': 'Explicar los pasos siguientes y cuánto tardan',
  'Follow through until the matter is resolved': 'Dar seguimiento hasta que el asunto quede resuelto',
  'Write down what the next colleague needs': 'Anotar lo que necesita el siguiente colega',
  'A team of specialists, their leader, and orders, billing and delivery':
    'Un equipo de especialistas, su líder, y pedidos, facturación y entregas',
  'Both: on site, or remote where the systems allow it.': 'Ambas: presencial, o remoto donde los sistemas lo permiten.',
  'Among the customer service jobs that employers hire for in 2026.':
    'Entre los puestos de atención al cliente que las empresas contratan en 2026.',
  'You answer and place many calls a day, and each ends in the right place.':
    'Atiendes y haces muchas llamadas al día, y cada una termina en el lugar correcto.',
  'Answer and place a high number of calls': 'Atender y hacer un gran número de llamadas',
  'Route callers to whoever can help them': 'Dirigir a quien llama hacia quien puede ayudar',
  'Process orders, correctly and read back': 'Procesar pedidos sin error y leerlos en voz alta',
  'Note the outcome before the next call rings': 'Anotar el resultado antes de que suene la siguiente llamada',
  'Callers, the floor around you, a supervisor, and the teams calls are routed to':
    'Quienes llaman, la sala a tu alrededor, la supervisión y los equipos que reciben las llamadas',
  'Often on site; remote where calls are routed to homes.':
    'A menudo presencial; remoto donde las llamadas llegan a las casas.',
  'You take what others could not solve, and make the team better at it.':
    'Tomas lo que otros no pudieron resolver, y haces que el equipo lo haga mejor.',
  'Take over escalations and bring them to an end': 'Tomar los casos escalados y llevarlos a su fin',
  'Coach colleagues beside the work': 'Acompañar a los colegas mientras trabajan',
  'Keep articles and answers current': 'Mantener al día artículos y respuestas',
  'Say what should change so that it does not come back': 'Decir qué debe cambiar para que no se repita',
  'The team that learns from you, its leader, and the departments behind a complaint':
    'El equipo que aprende de ti, su líder y las áreas que hay detrás de una queja',
  'Both; coaching works on screens too.': 'Ambas; también se acompaña por pantalla.',
  'You lead the operation: its people, its coverage, its quality and its cost.':
    'Diriges la operación: su gente, su cobertura, su calidad y su costo.',
  'Lead the teams and their leaders': 'Dirigir a los equipos y a sus líderes',
  'Schedule, so that somebody is there when customers come':
    'Planificar los horarios para que haya alguien cuando llegan los clientes',
  'Coach for quality': 'Acompañar para que suba la calidad',
  'Improve the service together with operations and IT': 'Mejorar el servicio junto con operaciones y TI',
  'Operations and IT, beside the leaders of your teams': 'Operaciones y TI, además de los líderes de tus equipos',
  'Finance, product and the people team': 'Finanzas, producto y el equipo de personas',
  'Both, mostly with the teams.': 'Ambas, sobre todo con los equipos.',
  'You look after clients for years: you protect what they have with you, and grow it.':
    'Cuidas a tus clientes durante años: proteges lo que tienen contigo y lo haces crecer.',
  'Hold regular check-ins with your clients': 'Tener reuniones de seguimiento regulares con tus clientes',
  'Protect the relationship, and grow it': 'Proteger la relación y hacerla crecer',
  'Bring clients’ feedback to the business': 'Llevar las opiniones de los clientes a la empresa',
  'Know every contract’s dates before the client does': 'Conocer las fechas de cada contrato antes que el cliente',
  'Clients’ buyers and users, success managers, sales, finance and product':
    'Quienes compran y quienes usan, éxito del cliente, ventas, finanzas y producto',
  'Both, with visits.': 'Ambas, con visitas.',
};
