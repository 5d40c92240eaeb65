using System.Text.Json.Nodes;
using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Shopping;

namespace MicroConvQA.DemoShop.Tracking;

/// <summary>Describes products to the data layer as GA4's ecommerce schema does.</summary>
internal static class ShopItem
{
    public static JsonObject Of(Product product, Variant variant, string currency, int quantity = 1) =>
        new()
        {
            ["item_id"] = variant.Sku,
            ["item_name"] = product.Name,
            ["item_category"] = product.Category.Name,
            ["item_variant"] = variant.Name,
            ["price"] = variant.PriceIn(currency),
            ["quantity"] = quantity,
        };

    public static JsonObject Of(CartLine line, string currency) => Of(line.Product, line.Variant, currency, line.Quantity);

    public static JsonObject InList(Product product, string currency, Category list, int index)
    {
        var item = Of(product, product.Default, currency);
        item["index"] = index;
        item["item_list_id"] = list.Slug;
        item["item_list_name"] = list.Name;
        return item;
    }
}
