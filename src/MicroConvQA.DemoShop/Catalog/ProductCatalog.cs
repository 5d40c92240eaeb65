namespace MicroConvQA.DemoShop.Catalog;

/// <summary>Everything that Lumen Home sells.</summary>
internal static class ProductCatalog
{
    public static readonly Category Lamps = new("lamps", "Lamps", "Light that knows where it is needed.");
    public static readonly Category Chairs = new("chairs", "Chairs", "Made for staying longer.");
    public static readonly Category Textiles = new("textiles", "Textiles", "The warm part of a room.");

    public static IReadOnlyList<Category> Categories { get; } = [Lamps, Chairs, Textiles];

    public static IReadOnlyList<Product> Products { get; } =
    [
        new()
        {
            Id = "LAMP-ARC",
            Name = "Arc lamp",
            Category = Lamps,
            Drawing = "arc",
            VariantKind = "Finish",
            Material = "Steel",
            Claim = "Light over the table, without a hole in the ceiling.",
            Story =
                "The arm reaches 1.2 metres over sofa or dining table and stands where no cable comes out of the ceiling. A counterweight of terrazzo keeps it upright when somebody walks into it. The shade turns by hand, the dimmer sits in the cable at knee height, and every part can be replaced with one hex key.",
            Variants =
            [
                new("LAMP-ARC-01", "Black", "#2b2b2e", 349.00m, 389.00m),
                new("LAMP-ARC-02", "Brass", "#b98a3e", 349.00m, 389.00m),
                new("LAMP-ARC-03", "White", "#e9e4da", 349.00m, 389.00m),
            ],
            Measures = [("Height", "205 cm"), ("Reach", "120 cm"), ("Base", "Ø 34 cm"), ("Cable", "2.5 m"), ("Socket", "E27, up to 60 W")],
            Reviews =
            [
                new(
                    "Miriam",
                    5,
                    "Exactly over the table",
                    "We rent and may not drill. It stands behind the bench, the light falls where we eat, and the dimmer is at the right place."
                ),
                new(
                    "Jon",
                    4,
                    "Heavy, and that is good",
                    "Two people for the base, ten minutes with the hex key. It does not move at all when the cat jumps."
                ),
                new("Aylin", 5, "A year later", "Still looks new. I changed the shade from black to brass without buying the lamp again."),
            ],
        },
        new()
        {
            Id = "LAMP-MUSH",
            Name = "Mushroom lamp",
            Category = Lamps,
            Drawing = "mushroom",
            VariantKind = "Finish",
            Material = "Glass",
            Claim = "A small glow for a shelf or a bedside.",
            Story =
                "Blown in one piece, so that the light has no edge. The glass is coloured through and does not scratch off. It runs from any USB-C plug or for nine hours from its battery.",
            Variants =
            [
                new("LAMP-MUSH-01", "Terracotta", "#c06a48", 129.00m, 145.00m),
                new("LAMP-MUSH-02", "White", "#e9e4da", 129.00m, 145.00m),
                new("LAMP-MUSH-03", "Sage", "#8fa58c", 129.00m, 145.00m),
            ],
            Measures = [("Height", "28 cm"), ("Shade", "Ø 22 cm"), ("Weight", "1.4 kg"), ("Battery", "9 hours")],
            Reviews =
            [
                new("Paul", 5, "My reading light", "Warm, quiet, no flicker."),
                new("Ines", 4, "Lovely colour", "A little smaller than I thought, and just right on the shelf."),
            ],
        },
        new()
        {
            Id = "LAMP-DESK",
            Name = "Desk lamp",
            Category = Lamps,
            Drawing = "desk",
            VariantKind = "Finish",
            Material = "Aluminium",
            Claim = "Stays where you put it.",
            Story =
                "Two springs balance the head in every position, and the joints are tightened with a coin. The light is bright enough for sewing and warm enough for the evening.",
            Variants =
            [
                new("LAMP-DESK-01", "Black", "#2b2b2e", 99.00m, 115.00m),
                new("LAMP-DESK-02", "White", "#e9e4da", 99.00m, 115.00m),
                new("LAMP-DESK-03", "Ochre", "#cf9a3a", 99.00m, 115.00m),
            ],
            Measures = [("Height", "52 cm"), ("Reach", "60 cm"), ("Base", "Ø 18 cm"), ("Light", "2,700–4,000 K")],
            Reviews =
            [
                new("Tomasz", 5, "Good for drawing", "No shadow of my hand, at last."),
                new("Lea", 4, "Simple", "Does what it should."),
            ],
        },
        new()
        {
            Id = "LAMP-PEND",
            Name = "Pendant lamp",
            Category = Lamps,
            Drawing = "pendant",
            VariantKind = "Finish",
            Material = "Steel",
            Claim = "Quiet above, bright below.",
            Story =
                "Spun from one sheet and painted inside in matt white, so that the table is bright and the eyes are not dazzled. Three metres of textile cable, cut to your ceiling.",
            Variants =
            [
                new("LAMP-PEND-01", "Brass", "#b98a3e", 189.00m, 209.00m),
                new("LAMP-PEND-02", "Black", "#2b2b2e", 189.00m, 209.00m),
                new("LAMP-PEND-03", "Sage", "#8fa58c", 189.00m, 209.00m),
            ],
            Measures = [("Height", "24 cm"), ("Shade", "Ø 42 cm"), ("Cable", "3 m"), ("Socket", "E27, up to 60 W")],
            Reviews =
            [
                new("Olga", 5, "Three in a row", "Over the kitchen counter. Beautiful."),
                new("Ben", 5, "Well made", "The ceiling cap fits without a gap."),
            ],
        },
        new()
        {
            Id = "LAMP-PAPER",
            Name = "Paper lantern",
            Category = Lamps,
            Drawing = "lantern",
            VariantKind = "Size",
            Material = "Paper",
            SoldOut = true,
            Claim = "A moon for the room.",
            Story = "Folded by hand from mulberry paper, on bamboo rings. It travels flat and opens in a minute.",
            Variants =
            [
                new("LAMP-PAPER-01", "Ø 40 cm", "#efe6d3", 59.00m, 65.00m),
                new("LAMP-PAPER-02", "Ø 60 cm", "#efe6d3", 79.00m, 89.00m),
            ],
            Measures = [("Diameter", "40 or 60 cm"), ("Weight", "0.4 kg"), ("Cable", "3 m")],
            Reviews = [new("Nora", 5, "Soft", "The softest light we have."), new("Chris", 4, "Careful", "Paper is paper, but so pretty.")],
        },
        new()
        {
            Id = "CHAIR-LOUNGE",
            Name = "Lounge chair",
            Category = Chairs,
            Drawing = "lounge",
            VariantKind = "Cover",
            Material = "Oak",
            Claim = "The chair that is always taken.",
            Story =
                "A frame of solid oak, joined without screws, under a seat that was sewn, filled and tested for a hundred thousand sittings. The cover comes off and goes into the machine.",
            Variants =
            [
                new("CHAIR-LOUNGE-01", "Terracotta", "#c06a48", 1299.00m, 1429.00m),
                new("CHAIR-LOUNGE-02", "Ink", "#33475b", 1299.00m, 1429.00m),
                new("CHAIR-LOUNGE-03", "Sand", "#d8c7a8", 1299.00m, 1429.00m),
            ],
            Measures = [("Width", "78 cm"), ("Depth", "82 cm"), ("Height", "76 cm"), ("Seat height", "39 cm"), ("Carries", "140 kg")],
            Reviews =
            [
                new("Greta", 5, "Worth it", "We fight for it every evening."),
                new("Samuel", 5, "Deep and soft", "And still easy to get up from."),
                new("Rita", 4, "Took six weeks", "But what a chair."),
            ],
        },
        new()
        {
            Id = "CHAIR-DINING",
            Name = "Dining chair",
            Category = Chairs,
            Drawing = "dining",
            VariantKind = "Wood",
            Material = "Oak",
            Claim = "For dinners that last.",
            Story =
                "The back gives a little, the seat is woven from paper cord by people who have done nothing else for thirty years, and four of them stack.",
            Variants =
            [
                new("CHAIR-DINING-01", "Oak", "#c49a6c", 189.00m, 209.00m),
                new("CHAIR-DINING-02", "Walnut", "#6d4a33", 189.00m, 209.00m),
                new("CHAIR-DINING-03", "Black", "#2b2b2e", 189.00m, 209.00m),
            ],
            Measures = [("Width", "49 cm"), ("Depth", "51 cm"), ("Height", "80 cm"), ("Seat height", "45 cm")],
            Reviews =
            [
                new("Hugo", 5, "Light", "Easy to carry, comfortable for hours."),
                new("Mara", 4, "Beautiful cord", "Needs a vacuum cleaner now and then."),
            ],
        },
        new()
        {
            Id = "CHAIR-ROCK",
            Name = "Rocking chair",
            Category = Chairs,
            Drawing = "rocking",
            VariantKind = "Wood",
            Material = "Walnut",
            Claim = "Slow down by twelve degrees.",
            Story =
                "The runners are bent from one piece of wood with steam. They swing twelve degrees and then no further, so that nobody is afraid.",
            Variants =
            [
                new("CHAIR-ROCK-01", "Walnut", "#6d4a33", 449.00m, 495.00m),
                new("CHAIR-ROCK-02", "Oak", "#c49a6c", 449.00m, 495.00m),
            ],
            Measures = [("Width", "63 cm"), ("Depth", "86 cm"), ("Height", "98 cm"), ("Seat height", "42 cm")],
            Reviews = [new("Karin", 5, "For the baby", "And now I stay when the baby sleeps."), new("Emil", 5, "Silent", "No creak.")],
        },
        new()
        {
            Id = "CHAIR-BAR",
            Name = "Bar stool",
            Category = Chairs,
            Drawing = "stool",
            VariantKind = "Wood",
            Material = "Oak",
            Claim = "A good height for bad jokes.",
            Story = "A footrest of brass that may wear, a seat that is hollowed by hand, and felt under every leg.",
            Variants =
            [
                new("CHAIR-BAR-01", "Oak", "#c49a6c", 159.00m, 175.00m),
                new("CHAIR-BAR-02", "Black", "#2b2b2e", 159.00m, 175.00m),
                new("CHAIR-BAR-03", "Walnut", "#6d4a33", 159.00m, 175.00m),
            ],
            Measures = [("Width", "40 cm"), ("Height", "76 cm"), ("Seat", "Ø 34 cm"), ("Carries", "130 kg")],
            Reviews = [new("Dora", 4, "Solid", "Does not tip."), new("Max", 5, "Brass!", "The footrest gets better every week.")],
        },
        new()
        {
            Id = "TEX-THROW",
            Name = "Wool throw",
            Category = Textiles,
            Drawing = "throw",
            VariantKind = "Colour",
            Material = "Wool",
            Claim = "Warm without weight.",
            Story =
                "Woven in a small mill from the wool of sheep that graze on the dyke. Washed with soap, brushed with thistles, finished with a fringe.",
            Variants =
            [
                new("TEX-THROW-01", "Ochre", "#cf9a3a", 89.00m, 99.00m),
                new("TEX-THROW-02", "Graphite", "#5b6066", 89.00m, 99.00m),
                new("TEX-THROW-03", "Sage", "#8fa58c", 89.00m, 99.00m),
            ],
            Measures = [("Width", "130 cm"), ("Length", "180 cm"), ("Weight", "750 g")],
            Reviews = [new("Anke", 5, "My winter", "Lives on the sofa."), new("Piet", 4, "A little scratchy", "For two weeks, then soft.")],
        },
        new()
        {
            Id = "TEX-CUSHION",
            Name = "Linen cushion",
            Category = Textiles,
            Drawing = "cushion",
            VariantKind = "Colour",
            Material = "Linen",
            Claim = "Crumpled on purpose.",
            Story = "Washed linen with a hidden zip, filled with feathers from farms that we know.",
            Variants =
            [
                new("TEX-CUSHION-01", "Sage", "#8fa58c", 39.00m, 45.00m),
                new("TEX-CUSHION-02", "Terracotta", "#c06a48", 39.00m, 45.00m),
                new("TEX-CUSHION-03", "Sand", "#d8c7a8", 39.00m, 45.00m),
                new("TEX-CUSHION-04", "Ink", "#33475b", 39.00m, 45.00m),
            ],
            Measures = [("Width", "50 cm"), ("Height", "50 cm"), ("Filling", "Feathers, 600 g")],
            Reviews = [new("Sofia", 5, "The right green", "Like in the picture."), new("Tim", 4, "Soft", "Two are better than one.")],
        },
        new()
        {
            Id = "TEX-RUG",
            Name = "Cotton rug",
            Category = Textiles,
            Drawing = "rug",
            VariantKind = "Size",
            Material = "Cotton",
            Claim = "Flat, thick and patient.",
            Story = "Woven so tightly that chair legs leave no mark. Both sides are right sides.",
            Variants =
            [
                new("TEX-RUG-01", "120 × 180 cm", "#c06a48", 249.00m, 275.00m),
                new("TEX-RUG-02", "160 × 230 cm", "#c06a48", 389.00m, 429.00m),
                new("TEX-RUG-03", "200 × 300 cm", "#c06a48", 589.00m, 649.00m),
            ],
            Measures = [("Thickness", "9 mm"), ("Sizes", "120 × 180, 160 × 230, 200 × 300 cm"), ("Weight", "1.9 kg/m²")],
            Reviews =
            [
                new("Vera", 5, "Under the table", "Crumbs come off in seconds."),
                new("Luis", 5, "Turned it after a year", "Like new again."),
            ],
        },
    ];

    public static Category? FindCategory(string slug) => Categories.FirstOrDefault(category => category.Slug == slug);

    public static Product? FindBySlug(string slug) => Products.FirstOrDefault(product => product.Slug == slug);

    public static Product? FindBySku(string? sku) => Products.FirstOrDefault(product => product.Find(sku) is not null);

    public static IReadOnlyList<Product> In(Category category) => [.. Products.Where(product => product.Category == category)];

    public static IReadOnlyList<Product> Search(string words) =>
        words.Trim().Length == 0 ? [] : [.. Products.Where(product => product.Answers(words))];
}
