using QRCoder;

namespace TechMarket.Platform.Documents;

/// <summary>A QR code as inline SVG.</summary>
public static class QrCode
{
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(4);
    }
}
